package fairnotice.notice;

import java.time.Instant;

/**
 * The dates of one round of a change, as they stand now.
 *
 * @param noticeEndsAt when the last clock that binds ends; at the earliest when the standard one does
 * @param objectionsCloseAt when the last objection window closes
 * @param goLiveAt when use may begin: after the notices, and not before the day wished for or postponed to
 * @param checkAt when there is next something to look at: go-live, or the long-stop while customers are unreached
 * @param nextReminderAt the next reminder that lies ahead; null when none does
 * @param unstarted notices that bind and have not started
 */
public record ChangeDates(
        Instant noticeEndsAt,
        Instant objectionsCloseAt,
        Instant goLiveAt,
        Instant checkAt,
        Instant nextReminderAt,
        long unstarted) {}
