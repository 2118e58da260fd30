package fairnotice.change;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working out by when a round is to be reviewed, and when on its day an approved change takes its next step. */
@Service
public class ReviewDates {

    /** When on its day something is done that was planned for a day: in the morning, in the register's zone. */
    public static final LocalTime MORNING = LocalTime.of(9, 0);

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
        VendorChange change = changes.named(reference);
        NoticePolicy policy = registers.named(change.register()).policy();
        Instant from = change.round().proposedAt();
        return new Due(end(policy.reviewWithin(), policy, from), end(policy.escalateAfter(), policy, from));
    }

    /**
     * When an approved change goes on: on the day the reviewer chose, or at once. A change that nobody is told of goes on not before its
     * day of use.
     */
    @Transactional(readOnly = true)
    public Instant chosenDay(String reference, Instant now) {
        VendorChange change = changes.named(reference);
        NoticePolicy policy = registers.named(change.register()).policy();
        return change.round()
                .chosenDay(change.postponedTo())
                .map(day -> day.atTime(MORNING).atZone(policy.zone()).toInstant())
                .filter(now::isBefore)
                .orElse(now);
    }

    private Instant end(Period period, NoticePolicy policy, Instant from) {
        CountingRule rule = new CountingRule(period, policy.zone(), false, policy.clause());
        return Deadline.counted(rule, from, "the proposal", calendars.named(policy.holidayCalendar()))
                .endsAt();
    }
}
