package fairnotice.objection;

import java.util.Collection;
import java.util.List;

/** What customers agreed about changes that brought a vendor, beside the changes that may bring it again. */
public interface EarlierAgreements {

    /**
     * An accepted offer.
     *
     * @param later reference of a change of the same register that was proposed after the one it is about
     */
    record Agreed(String later, Objection objection) {}

    /**
     * Of these customers about changes before these ones, the newest agreement first, in one statement. The vendors of both have a name in
     * common, or a word of one; whether they are the same is for {@link fairnotice.change.SameVendor} to say.
     */
    List<Agreed> before(Collection<String> changes, Collection<Long> customers);

    /** The same of all customers, before one change. */
    List<Agreed> before(String change);

    /** References of the changes after its own whose vendor has a name in common with its, or a word of one, the newest first. */
    List<String> after(Objection agreed);
}
