package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.change.VendorChange;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Reading {@linkplain NoticeStanding where a customer's notice stands}. */
@Service
public class ReadingStanding {

    private final Registers registers;
    private final StandardDates standard;
    private final HolidayCalendars calendars;
    private final Clock clock;

    ReadingStanding(Registers registers, StandardDates standard, HolidayCalendars calendars, Clock clock) {
        this.registers = registers;
        this.standard = standard;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param change that the notice is of */
    public NoticeStanding of(Notice notice, VendorChange change) {
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        Instant now = clock.instant();
        NoticeDates dates = notice.dates() == null ? ifStarted(notice, policy, now) : notice.dates();
        return NoticeStanding.of(notice, change, dates, standard.of(change, policy, now), now);
    }

    /** The dates it would have, by its own terms, if its clock started now. */
    private NoticeDates ifStarted(Notice notice, NoticePolicy policy, Instant now) {
        Holidays holidays = calendars.named(policy.holidayCalendar());
        Start start = StartRules.expected(policy, holidays, notice.told(), now);
        return NoticeDates.counted(notice.terms(), policy, start, holidays);
    }
}
