package fairnotice.notice;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Days;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.change.VendorChange;
import fairnotice.register.NoticePolicy;
import java.time.Instant;

/** What the clocks of a round mean for the whole change: the latest binds. */
record DateRules(NoticePolicy policy, Holidays holidays) {

    /**
     * @param change announced
     * @param standard the dates that hold for everybody
     * @param own those of the customers that were given a notice
     */
    ChangeDates dates(VendorChange change, NoticeDates standard, ClockSummary own, Instant now) {
        Instant ends = latest(standard.noticeEnds().endsAt(), own.noticeEndsAt());
        Instant closes = latest(standard.objectionsClose().endsAt(), own.objectionsCloseAt());
        Instant goLive = latest(ends, goLiveDay(change));
        Instant longStop = own.unstarted() == 0 ? null : longStop(change);
        return new ChangeDates(
                ends, closes, goLive, latest(goLive, longStop), nextReminder(change, now), own.unstarted());
    }

    private Instant goLiveDay(VendorChange change) {
        return change.earliestGoLive()
                .map(day -> Days.start(day, policy.zone()))
                .orElse(null);
    }

    private Instant longStop(VendorChange change) {
        return after(policy.reachWithin(), change).endsAt();
    }

    /** Only one that lies ahead, so that reminders missed while the system was down are not sent all at once. */
    private Instant nextReminder(VendorChange change, Instant now) {
        return policy.reminders().stream()
                .map(period -> after(period, change).lastDay())
                .map(day -> Days.morning(day, policy.zone()))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Deadline after(Period period, VendorChange change) {
        CountingRule rule = new CountingRule(period, policy.zone(), false, policy.clause());
        return Deadline.counted(rule, change.announcedAt(), Start.By.PUBLISHED.name(), holidays);
    }

    private static Instant latest(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
