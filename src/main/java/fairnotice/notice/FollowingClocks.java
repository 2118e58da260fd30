package fairnotice.notice;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.change.ReviewDates;
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
public class FollowingClocks {

    private final VendorChanges changes;
    private final Registers registers;
    private final Notices notices;
    private final Tellings tellings;
    private final StandardDates standard;
    private final HolidayCalendars calendars;
    private final Clock clock;

    FollowingClocks(
            VendorChanges changes,
            Registers registers,
            Notices notices,
            Tellings tellings,
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
        VendorChange change = changes.named(reference);
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
        NoticeDates all = standard.of(change, policy, now);
        ClockSummary own = notices.clocks(change.reference(), change.round().number(), now);
        Instant ends = latest(all.noticeEnds().endsAt(), own.noticeEndsAt());
        Instant closes = latest(all.objectionsClose().endsAt(), own.objectionsCloseAt());
        Instant goLive = latest(ends, goLiveDay(change, policy));
        Instant longStop = own.unstarted() == 0 ? null : longStop(change, policy);
        return new ChangeDates(
                ends, closes, goLive, latest(goLive, longStop), nextReminder(change, policy, now), own.unstarted());
    }

    /** The policy as it was frozen at the announcement. */
    private NoticePolicy policy(VendorChange change) {
        return tellings.last(change.reference(), change.round().number(), Occasion.ANNOUNCEMENT)
                .map(telling -> registers.policy(change.register(), telling.policyVersion()))
                .orElseGet(() -> registers.named(change.register()).policy());
    }

    private static Instant goLiveDay(VendorChange change, NoticePolicy policy) {
        return change.earliestGoLive()
                .map(day -> day.atStartOfDay(policy.zone()).toInstant())
                .orElse(null);
    }

    private Instant longStop(VendorChange change, NoticePolicy policy) {
        return after(policy.reachWithin(), change, policy).endsAt();
    }

    /** Only one that lies ahead, so that reminders missed while the system was down are not sent all at once. */
    private Instant nextReminder(VendorChange change, NoticePolicy policy, Instant now) {
        return policy.reminders().stream()
                .map(period -> after(period, change, policy).lastDay())
                .map(day ->
                        day.atTime(ReviewDates.MORNING).atZone(policy.zone()).toInstant())
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Deadline after(Period period, VendorChange change, NoticePolicy policy) {
        CountingRule rule = new CountingRule(period, policy.zone(), false, policy.clause());
        Holidays holidays = calendars.named(policy.holidayCalendar());
        return Deadline.counted(rule, change.announcedAt(), Start.By.PUBLISHED.words(), holidays);
    }

    private static Instant latest(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
