package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChange;
import fairnotice.customer.Terms;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * The dates that hold for everybody without terms of their own, counted from the announcement. They are what pages open to all show
 * (invariant 10), and no change goes live before them, whoever its customers are.
 */
@Service
public class StandardDates {

    private final HolidayCalendars calendars;

    StandardDates(HolidayCalendars calendars) {
        this.calendars = calendars;
    }

    /** @param announcedAt taken while the change itself does not know yet */
    public NoticeDates of(VendorChange change, NoticePolicy policy, Instant announcedAt) {
        Instant start = change.announcedAt() == null ? announcedAt : change.announcedAt();
        return NoticeDates.counted(
                FrozenTerms.of(policy, Terms.NONE),
                policy,
                start,
                Start.By.PUBLISHED.words(),
                calendars.named(policy.holidayCalendar()));
    }
}
