package fairnotice.termination;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working out by when finance is to approve and pay: each within the time in which the publisher answers an objection. */
@Service
public class RefundDates {

    private final Terminations terminations;
    private final Registers registers;
    private final HolidayCalendars calendars;

    RefundDates(Terminations terminations, Registers registers, HolidayCalendars calendars) {
        this.terminations = terminations;
        this.registers = registers;
        this.calendars = calendars;
    }

    /** @param approvalDue counted from the election; @param paymentDue from the approval, before it from {@code approvalDue} */
    public record Due(Instant approvalDue, Instant paymentDue) {}

    @Transactional(readOnly = true)
    public Due due(String reference) {
        Termination termination = terminations.named(reference);
        NoticePolicy policy = registers.policy(termination.register(), termination.policyVersion());
        return due(termination, policy, calendars.named(policy.holidayCalendar()));
    }

    static Due due(Termination termination, NoticePolicy policy, Holidays holidays) {
        CountingRule rule = new CountingRule(policy.settlement().answerWithin(), policy.zone(), false, policy.clause());
        Deadline approval = Deadline.counted(rule, termination.electedAt(), "the election", holidays);
        Deadline payment = Optional.ofNullable(termination.approval())
                .filter(approved -> termination.state() != TerminationState.ALTERED)
                .map(RefundDates::approvedAt)
                .map(at -> Deadline.counted(rule, at, "the approval", holidays))
                .orElseGet(() -> approval.then(rule, "the last day to approve", holidays));
        return new Due(approval.endsAt(), payment.endsAt());
    }

    private static Instant approvedAt(Approval approval) {
        return approval.secondAt() == null ? approval.at() : approval.secondAt();
    }
}
