package fairnotice.process;

import fairnotice.change.TrackFacts;
import fairnotice.change.VendorChange;
import fairnotice.notice.ChangeDates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** What the engine holds of a change: ids, verdicts and dates, nothing else. Every variable is set anew when a round opens. */
final class Variables {

    static final String ROUND = "round";
    static final String NOTICE_ENDS_AT = "noticeEndsAt";
    static final String NEXT_REMINDER_AT = "nextReminderAt";
    static final String CHOSEN_DAY = "chosenDay";

    private Variables() {}

    /** For a round that opens; conditions on a missing variable would throw, so none is missing. */
    static Map<String, Object> opening(
            VendorChange change, TrackFacts facts, Instant reviewDue, Instant reviewEscalates) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(ROUND, change.round().number());
        variables.put("proposer", change.round().proposedBy());
        variables.put("kind", facts.kind().name());
        variables.put("personalData", facts.personalData());
        variables.put("material", facts.material());
        variables.put("securityCritical", facts.securityCritical());
        variables.put("expeditedAllowed", facts.expeditedAllowed());
        variables.put("removalNeedsNotice", facts.removalNeedsNotice());
        variables.put("noticePromised", facts.noticePromised());
        variables.put("reviewDueAt", Date.from(reviewDue));
        variables.put("reviewEscalatesAt", Date.from(reviewEscalates));
        variables.put("verdict", "");
        variables.put("decision", "");
        variables.put("track", "");
        variables.put("secondApprovalNeeded", false);
        variables.put("noticeOver", false);
        variables.put("openPoints", false);
        variables.put("moreReminders", false);
        variables.put("windowOpen", false);
        variables.put("inUse", change.isPublished());
        return variables;
    }

    /** The dates that timers read. Without a reminder ahead its timer lies after the notice, which takes it away. */
    static Map<String, Object> dates(ChangeDates dates) {
        Instant noReminder = dates.checkAt().plus(1, ChronoUnit.DAYS);
        Instant reminder = dates.nextReminderAt() == null ? noReminder : dates.nextReminderAt();
        return Map.of(
                NOTICE_ENDS_AT,
                Date.from(dates.checkAt()),
                NEXT_REMINDER_AT,
                Date.from(reminder),
                "objectionsCloseAt",
                Date.from(dates.objectionsCloseAt()),
                "moreReminders",
                dates.nextReminderAt() != null);
    }
}
