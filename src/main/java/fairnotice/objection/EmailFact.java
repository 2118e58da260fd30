package fairnotice.objection;

import fairnotice.objection.OfferTerms.Begins;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One labelled date or fact of a letter.
 *
 * @param label the end of a message key; the whole key of a sentence that says it, which may name the vendor
 * @param fixed the same in every language; null for a sentence
 * @param spoken says it in the language of the letter; null where it has none, such as a name
 */
record EmailFact(String label, String fixed, Supplier<String> spoken) {

    EmailFact(String label, String value) {
        this(label, value, null);
    }

    static EmailFact said(String label, Supplier<String> value) {
        return new EmailFact(label, null, value);
    }

    /** Null for a sentence. */
    public String value() {
        return spoken == null ? fixed : spoken.get();
    }

    EmailFact labelled(String other) {
        return new EmailFact(other, fixed, spoken);
    }

    /** Two that read the same are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EmailFact dated && label.equals(dated.label) && Objects.equals(value(), dated.value());
    }

    @Override
    public int hashCode() {
        return Objects.hash(label, value());
    }

    private static final Set<String> OF_AN_EXEMPTION =
            Set.of("exempt-until", "exempted-until", "may-be-used-since", EmailFacts.ACCEPTED + Begins.AT_ONCE);

    private static final Set<String> OF_ITS_USE = Set.of(
            "use-if-accepted",
            "use-if-silent",
            "use-from",
            "in-effect-since",
            "in-effect-again-since",
            "may-be-used-since",
            "may-be-used-since.MODIFY",
            "exempt-until",
            "exempt-until.MODIFY",
            "exempted-until",
            "exempted-until.MODIFY");

    /** An exemption from a modification keeps the change away, not the vendor. */
    EmailFact in(String modify) {
        return OF_AN_EXEMPTION.contains(label) ? labelled(label + modify) : this;
    }

    /** For a customer that terminated orders, what the change may do is about the others. */
    EmailFact forOthers() {
        return OF_ITS_USE.contains(label) ? labelled(label + ".others") : this;
    }
}
