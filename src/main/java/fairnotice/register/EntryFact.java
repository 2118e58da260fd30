package fairnotice.register;

import static fairnotice.register.EntryField.ADDRESS;
import static fairnotice.register.EntryField.CONTACT;
import static fairnotice.register.EntryField.DATA_CATEGORIES;
import static fairnotice.register.EntryField.EXCLUSION;
import static fairnotice.register.EntryField.LEGAL_ENTITY;
import static fairnotice.register.EntryField.LOCATION;
import static fairnotice.register.EntryField.NAME;
import static fairnotice.register.EntryField.POSTURE;
import static fairnotice.register.EntryField.PURPOSE;
import static fairnotice.register.EntryField.SAFEGUARDS;
import static fairnotice.register.EntryField.TRANSFER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a notice says of one field of an entry; the same fields in the same order in every mail and on every page about a change.
 *
 * @param value null where the entry does not state it
 */
public record EntryFact(EntryField field, String value) {

    private static final List<EntryField> SHOWN = List.of(
            NAME,
            LEGAL_ENTITY,
            ADDRESS,
            CONTACT,
            PURPOSE,
            DATA_CATEGORIES,
            LOCATION,
            TRANSFER,
            SAFEGUARDS,
            POSTURE,
            EXCLUSION);
    private static final Set<EntryField> LEFT_OUT_FOR_CUSTOMERS = EnumSet.of(POSTURE, EXCLUSION);
    private static final Set<EntryField> LEFT_OUT_IN_PUBLIC =
            EnumSet.of(ADDRESS, CONTACT, TRANSFER, SAFEGUARDS, POSTURE, EXCLUSION);

    /** For those who are given notice: what the entry should state and does not is there without a value. */
    public static List<EntryFact> forCustomers(Subprocessor entry) {
        return facts(entry, LEFT_OUT_FOR_CUSTOMERS);
    }

    /** For the public page, which says "not stated" only of what every list has. */
    public static List<EntryFact> inPublic(Subprocessor entry) {
        return facts(entry, LEFT_OUT_IN_PUBLIC);
    }

    /** Key of the field's name in the message bundles, the same in the list. */
    public String label() {
        return label(field);
    }

    public static String label(EntryField field) {
        return "site.field." + field;
    }

    private static List<EntryFact> facts(Subprocessor entry, Set<EntryField> leftOut) {
        return SHOWN.stream()
                .map(field -> new EntryFact(field, field.of(entry)))
                .filter(fact -> fact.value() != null || !leftOut.contains(fact.field()))
                .toList();
    }
}
