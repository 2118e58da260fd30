package fairnotice.change;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Days;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working out by when a round is to be reviewed, and when on its day an approved change takes its next step. */
@Service
public class ReviewDates {

    private final VendorChanges changes;
    private final Registers registers;
    private final HolidayCalendars calendars;

    ReviewDates(VendorChanges changes, Registers registers, HolidayCalendars calendars) {
        this.changes = changes;
        this.registers = registers;
        this.calendars = calendars;
    }

    /** @param reviewDue when a review is overdue; @param escalates when it goes to the administrators */
    public record Due(Instant reviewDue, Instant escalates) {}

    @Transactional(readOnly = true)
    public Due due(String reference) {
        VendorChange change = changes.getByReference(reference);
        NoticePolicy policy = registers.getById(change.register()).policy();
        return due(change.round(), policy, calendars.getById(policy.holidayCalendar()));
    }

    public static Due due(Round round, NoticePolicy policy, Holidays holidays) {
        return new Due(
                end(policy.reviewWithin(), round, policy, holidays),
                end(policy.escalateAfter(), round, policy, holidays));
    }

    /**
     * When an approved change goes on: on the day the reviewer chose, or at once. A change that nobody is told of goes on not before its
     * day of use.
     */
    @Transactional(readOnly = true)
    public Instant chosenDay(String reference, Instant now) {
        VendorChange change = changes.getByReference(reference);
        return chosenDay(change, registers.getById(change.register()).zone(), now);
    }

    static Instant chosenDay(VendorChange change, ZoneId zone, Instant now) {
        return change.round()
                .chosenDay(change.postponedTo())
                .map(day -> Days.morning(day, zone))
                .filter(now::isBefore)
                .orElse(now);
    }

    private static Instant end(Period period, Round round, NoticePolicy policy, Holidays holidays) {
        CountingRule rule = new CountingRule(period, policy.zone(), false, policy.clause());
        return Deadline.counted(rule, round.proposedAt(), "PROPOSED", holidays).endsAt();
    }
}
