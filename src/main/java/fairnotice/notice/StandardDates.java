package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChange;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Working out the {@linkplain NoticeDates#standard dates that hold for everybody} without terms of their own. */
@Service
public class StandardDates {

    private final HolidayCalendars calendars;

    StandardDates(HolidayCalendars calendars) {
        this.calendars = calendars;
    }

    /** Those of any change that would be announced at that moment under a policy. */
    public NoticeDates ofAnnouncement(NoticePolicy policy, Instant announcedAt) {
        return NoticeDates.standard(policy, announcedAt, calendars.getById(policy.holidayCalendar()));
    }

    /** @param announcedAt taken while the change itself does not know yet */
    public NoticeDates of(VendorChange change, NoticePolicy policy, Instant announcedAt) {
        Instant start = change.announcedAt() == null ? announcedAt : change.announcedAt();
        return ofAnnouncement(policy, start);
    }
}
