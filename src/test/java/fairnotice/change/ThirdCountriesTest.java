package fairnotice.change;

import static fairnotice.change.Proposed.listing;
import static fairnotice.change.Proposed.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a reviewer is asked about a transfer. Qanat is listed in Estonia and the United States, Talvik without a location. */
class ThirdCountriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                TOR1 (Toronto, Canada) | Canada
                us-east-1, US          | United States
                London (UK)            | United Kingdom
                Germany and SINGAPORE  | Singapore
                Japan, India           | India, Japan
                """)
    void a_new_vendor_outside_the_area_asks_about_the_transfer(String location, String named) {
        assertThat(asked(ChangeKind.ADD, null, at("Novum", location, null)).orElseThrow())
                .startsWith("The location or the transfer mechanism names " + named + ",")
                .contains("art. 28(3)(a)", "art. 45", "art. 46");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Estonia", "Frankfurt, Germany", "EU", "Norway; Iceland", "Ireland. Tell us more"})
    void a_new_vendor_inside_the_area_asks_nothing(String location) {
        assertThat(asked(ChangeKind.ADD, null, at("Novum", location, "None; it stays in the European Union")))
                .isEmpty();
    }

    @Test
    void a_location_that_names_no_country_is_asked_about() {
        assertThat(asked(ChangeKind.ADD, null, at("Novum", "Global", null)).orElseThrow())
                .startsWith("The location names no country")
                .contains("art. 28(3)(a)");
    }

    @Test
    void a_country_that_the_entry_named_before_is_not_new() {
        assertThat(asked(ChangeKind.MODIFY, null, at("Qanat", "USA", null))).isEmpty();
        assertThat(asked(ChangeKind.REPLACE, "Qanat", at("Novum", "United States", null)))
                .isEmpty();
        assertThat(asked(ChangeKind.MODIFY, null, at("Qanat", "USA", "Backups go to Brazil"))
                        .orElseThrow())
                .contains(" names Brazil,");
        assertThat(asked(ChangeKind.MODIFY, null, at("Talvik", "Brazil", null)))
                .as("stated for the first time")
                .isPresent();
    }

    @Test
    void a_removal_and_a_vendor_without_personal_data_transfer_nothing() {
        assertThat(asked(ChangeKind.REMOVE, null, at("Talvik", "Brazil", null))).isEmpty();
        Proposal without = new Proposal(
                ChangeKind.ADD, null, false, true, false, null, "It costs less", at("Novum", "Brazil", null));
        assertThat(ThirdCountries.question(without, listing())).isEmpty();
    }

    @Test
    void it_is_asked_in_the_words_of_whoever_reads() {
        assertThat(Language.DE.speak(() -> asked(ChangeKind.ADD, null, at("Novum", "Brazil", null))))
                .hasValueSatisfying(
                        question -> assertThat(question).contains("Brasilien").contains("DSGVO"));
    }

    private static Optional<String> asked(ChangeKind kind, String replaces, Subprocessor vendor) {
        return ThirdCountries.question(
                proposal(kind, replaces, vendor),
                listing(at("Qanat", "Estonia, United States", null), at("Talvik", null, null)));
    }

    private static Subprocessor at(String name, String location, String transfer) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(name)
                .purpose("Speech to text")
                .location(location)
                .dataCategories("voices")
                .transfer(transfer)
                .build();
    }
}
