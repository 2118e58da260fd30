package fairnotice.register;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A third party that processes personal data for the publisher: an entry of a register. What a page does not state is null and
 * is shown as "not stated"; nothing is invented.
 *
 * @param name as listed; unique in a register, compared without case
 * @param legalEntity the contracting company
 * @param address where the entity is, or its country
 * @param contact how to reach it about data protection
 * @param purpose its role: what it does
 * @param location where it processes
 * @param tag short location tag, "TOR1" or "Global"
 * @param dataCategories the personal data it gets
 * @param transfer the mechanism for transfers to third countries (GDPR chapter V)
 * @param safeguards what protects the data there
 * @param posture certifications and attestations
 * @param category id of the register's category it is listed under; null where the register has none
 * @param excludable whether one customer can be left out of its use
 * @param exclusion how a customer is left out; null unless excludable
 */
@RecordBuilder
public record Subprocessor(
        String name,
        String legalEntity,
        String address,
        String contact,
        String purpose,
        String location,
        String tag,
        String dataCategories,
        String transfer,
        String safeguards,
        String posture,
        String category,
        boolean excludable,
        String exclusion) {

    /** The same in another category of its register. */
    public Subprocessor under(String other) {
        return SubprocessorBuilder.builder(this).category(other).build();
    }
}
