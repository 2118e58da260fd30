package fairnotice.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EntryFactTest {

    /** Where an entry stands in the list is not told of a change. */
    private static final Set<EntryField> OF_THE_LIST = EnumSet.of(EntryField.TAG, EntryField.CATEGORY);

    private static final Subprocessor BARE =
            new Subprocessor("Talvik", null, null, null, null, null, null, null, null, null, null, null, false, null);
    private static final Subprocessor FULL = new Subprocessor(
            "NAME",
            "LEGAL_ENTITY",
            "ADDRESS",
            "CONTACT",
            "PURPOSE",
            "LOCATION",
            "TAG",
            "DATA_CATEGORIES",
            "TRANSFER",
            "SAFEGUARDS",
            "POSTURE",
            "CATEGORY",
            true,
            "EXCLUSION");

    @Test
    void whatever_an_entry_states_of_the_vendor_is_said_to_customers_and_in_public() {
        for (List<EntryFact> facts : List.of(EntryFact.forCustomers(FULL), EntryFact.inPublic(FULL))) {
            assertThat(facts)
                    .allSatisfy(fact ->
                            assertThat(fact.value()).isEqualTo(fact.field().name()));
            assertThat(facts.stream().map(EntryFact::field).collect(Collectors.toSet()))
                    .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OF_THE_LIST)));
        }
    }

    @Test
    void customers_read_of_most_fields_that_they_are_not_stated() {
        assertThat(EntryFact.forCustomers(BARE))
                .extracting(EntryFact::field)
                .containsExactly(
                        EntryField.NAME,
                        EntryField.LEGAL_ENTITY,
                        EntryField.ADDRESS,
                        EntryField.CONTACT,
                        EntryField.PURPOSE,
                        EntryField.DATA_CATEGORIES,
                        EntryField.LOCATION,
                        EntryField.TRANSFER,
                        EntryField.SAFEGUARDS);
        assertThat(EntryFact.inPublic(BARE))
                .extracting(EntryFact::field)
                .containsExactly(
                        EntryField.NAME,
                        EntryField.LEGAL_ENTITY,
                        EntryField.PURPOSE,
                        EntryField.DATA_CATEGORIES,
                        EntryField.LOCATION);
    }
}
