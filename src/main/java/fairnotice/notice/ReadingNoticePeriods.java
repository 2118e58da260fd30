package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading from all clocks of a change what comes next and when. */
@Service
public class ReadingNoticePeriods {

    private final VendorChanges changes;
    private final Registers registers;
    private final Notices notices;
    private final Dispatches tellings;
    private final StandardDates standard;
    private final HolidayCalendars calendars;
    private final Clock clock;

    ReadingNoticePeriods(
            VendorChanges changes,
            Registers registers,
            Notices notices,
            Dispatches tellings,
            StandardDates standard,
            HolidayCalendars calendars,
            Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.notices = notices;
        this.tellings = tellings;
        this.standard = standard;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Empty while the present round has not been announced. */
    @Transactional(readOnly = true)
    public Optional<ChangeDates> dates(String reference) {
        VendorChange change = changes.getByReference(reference);
        return change.announcedAt() == null ? Optional.empty() : Optional.of(dates(change, clock.instant()));
    }

    /** Whether at that time nothing of a round is left to wait for: clocks, long-stop and the day of go-live. */
    @Transactional(readOnly = true)
    public boolean isOver(String reference) {
        return dates(reference)
                .map(dates -> !clock.instant().isBefore(dates.checkAt()))
                .orElse(false);
    }

    private ChangeDates dates(VendorChange change, Instant now) {
        NoticePolicy policy = policy(change);
        ClockSummary own = notices.clocks(change.reference(), change.round().number(), now);
        return new DateRules(policy, calendars.getById(policy.holidayCalendar()))
                .dates(change, standard.of(change, policy, now), own, now);
    }

    /** The policy as it was frozen at the announcement. */
    private NoticePolicy policy(VendorChange change) {
        return tellings.last(change.reference(), change.round().number(), Occasion.ANNOUNCEMENT)
                .map(telling -> registers.policy(change.register(), telling.policyVersion()))
                .orElseGet(() -> registers.getById(change.register()).policy());
    }
}
