package fairnotice.objection;

import fairnotice.access.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What customers wrote against their refunds, and whether staff have written to them since. */
public interface Disputes {

    /**
     * A case that waits for an answer.
     *
     * @param policyVersion of the notice policy that its times follow
     * @param since when the first message came that is not answered
     */
    record Unanswered(String reference, String register, int policyVersion, Instant since) {}

    /** @param by an actor's id of who wrote */
    record Answered(String by, Instant at) {}

    /** The longest unanswered first. */
    List<Unanswered> unanswered(Scope within, int offset, int limit);

    /** Those of these cases. */
    List<Unanswered> unanswered(Collection<String> references);

    /** All whose customer was not told, since then, that the last day to answer was missed; the longest unanswered first. */
    List<Unanswered> untold();

    long count(Scope within);

    /** The newest answer in a case in which something was disputed; empty while there is none. */
    Optional<Answered> answered(String reference);
}
