package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customers;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reading {@linkplain NoticeStanding where a customer's notice stands}. */
@Service
public class ReadingStanding {

    private final Registers registers;
    private final Customers customers;
    private final StandardDates standard;
    private final HolidayCalendars calendars;
    private final Clock clock;

    ReadingStanding(
            Registers registers, Customers customers, StandardDates standard, HolidayCalendars calendars, Clock clock) {
        this.registers = registers;
        this.customers = customers;
        this.standard = standard;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param change that the notice is of */
    public NoticeStanding of(Notice notice, VendorChange change) {
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        Instant now = clock.instant();
        NoticeDates dates = notice.dates() == null ? ifStarted(notice, policy, now) : notice.dates();
        boolean waits = isToWait(notice, change, policy);
        return NoticeStanding.of(notice, change, dates, standard.of(change, policy, now), waits, now);
    }

    /** The last day to object of a window as long as the notice's own that follows a final refusal; never before the notice's own last day. */
    public Deadline windowAfterRefusal(Notice notice, Instant refused) {
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        Deadline counted = NoticeDates.window(
                notice.terms(), policy, refused, "STEP", calendars.getById(policy.holidayCalendar()));
        return Optional.ofNullable(notice.dates())
                .map(NoticeDates::objectionsClose)
                .filter(own -> own.endsAt().isAfter(counted.endsAt()))
                .orElse(counted);
    }

    /** Only of a change that went first there is a customer to ask about. */
    private boolean isToWait(Notice notice, VendorChange change, NoticePolicy policy) {
        return change.round().track() == Track.EXPEDITED
                && customers
                        .find(notice.customer())
                        .filter(customer -> ExpeditedRules.isToWait(change, customer, policy))
                        .isPresent();
    }

    /** The dates it would have, by its own terms, if its clock started now. */
    private NoticeDates ifStarted(Notice notice, NoticePolicy policy, Instant now) {
        Holidays holidays = calendars.getById(policy.holidayCalendar());
        Start start = StartRules.expected(policy, holidays, notice.told(), now);
        return NoticeDates.counted(notice.terms(), policy, start, holidays);
    }
}
