package fairnotice.notice;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That one customer was told of one change in one round; owns its clock.
 *
 * @param told whether a message is owed; without one the clock starts with the change's page
 * @param givenAt when the customer was to be told; nothing that its customer did before answers it
 * @param start null until the clock has started
 * @param dates null until the clock has started
 * @param boundUntil when the customer's last order ends: dates after that bind nobody; null for no end
 * @param unreachedSince since when no contact could be reached; null when one was, or may still be
 * @param leftOutAt when a recorded decision left the customer out, or it was given notice of a change that was in effect already; null when it is not
 * @param supersededAt when an amendment or withdrawal ended the notice
 * @param missedAt when no contact could be reached for the first time, whether or not one was since; null when that never was
 */
@RecordBuilder
public record Notice(
        long id,
        String reference,
        int round,
        String register,
        int policyVersion,
        long customer,
        boolean told,
        boolean mayObject,
        FrozenTerms terms,
        Instant givenAt,
        Start start,
        NoticeDates dates,
        Instant boundUntil,
        Instant unreachedSince,
        Instant acknowledgedAt,
        Instant leftOutAt,
        Instant supersededAt,
        Instant missedAt) {

    /** The conversation that the messages of its round stand in, each with its id as the party. */
    public String conversation() {
        return conversation(reference, round);
    }

    static String conversation(String reference, int round) {
        return reference + "/" + round;
    }

    /** Whether it still keeps the change from going live at that time, apart from being unreached. */
    public boolean runsAt(Instant at) {
        boolean counts = leftOutAt == null && supersededAt == null && isBoundAt(at);
        return counts && (dates == null || !dates.noticeEnds().isOverAt(at));
    }

    /** Whether its customer still has an order, or needs none. */
    boolean isBoundAt(Instant at) {
        return boundUntil == null || at.isBefore(boundUntil);
    }

    /**
     * Whether an objection or a comment shows that its customer has received it.
     *
     * @param inRound the round it was made in
     * @param at when it came; staff write that down to the minute
     */
    public boolean isAnsweredBy(int inRound, Instant at) {
        return inRound == round && !at.isBefore(givenAt.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Its clock runs from there. */
    Notice started(Start from, NoticeDates counted) {
        return with(from, counted, null, missedAt);
    }

    /** Nobody has it: what was counted is void. */
    Notice unreached(Instant since) {
        return with(null, null, unreachedSince == null ? since : unreachedSince, missedAt == null ? since : missedAt);
    }

    /** Nobody has it yet, but somebody may. */
    Notice waiting() {
        return with(null, null, null, missedAt);
    }

    private Notice with(Start from, NoticeDates counted, Instant unreached, Instant missed) {
        return NoticeBuilder.builder(this)
                .start(from)
                .dates(counted)
                .unreachedSince(unreached)
                .missedAt(missed)
                .build();
    }
}
