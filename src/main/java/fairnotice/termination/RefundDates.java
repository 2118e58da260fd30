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
        Termination termination = terminations.getByReference(reference);
        NoticePolicy policy = registers.policy(termination.register(), termination.policyVersion());
        return due(termination, policy, calendars.getById(policy.holidayCalendar()));
    }

    /** The same for a choice that is confirmed on the day for which it was worked out. */
    Due ifElected(Worksheet worksheet) {
        NoticePolicy policy = registers.policy(worksheet.register(), worksheet.policyVersion());
        CountingRule rule = rule(policy);
        Holidays holidays = calendars.getById(policy.holidayCalendar());
        Deadline approval = approval(worksheet.electedAt(), rule, holidays);
        return new Due(approval.endsAt(), payment(approval, rule, holidays).endsAt());
    }

    static Due due(Termination termination, NoticePolicy policy, Holidays holidays) {
        CountingRule rule = rule(policy);
        Instant payment = Optional.ofNullable(termination.approval())
                .filter(approved -> termination.state() != TerminationState.ALTERED)
                .map(RefundDates::approvedAt)
                .map(at -> Deadline.counted(rule, at, "APPROVED", holidays).endsAt())
                .orElseGet(() -> promised(termination, policy, holidays).endsAt());
        return new Due(approval(termination.electedAt(), rule, holidays).endsAt(), payment);
    }

    /** The last day to pay that the customer was told when it elected. */
    static Deadline promised(Termination termination, NoticePolicy policy, Holidays holidays) {
        CountingRule rule = rule(policy);
        return payment(approval(termination.electedAt(), rule, holidays), rule, holidays);
    }

    private static Deadline approval(Instant electedAt, CountingRule rule, Holidays holidays) {
        return Deadline.counted(rule, electedAt, "ELECTION", holidays);
    }

    private static Deadline payment(Deadline approval, CountingRule rule, Holidays holidays) {
        return approval.then(rule, "APPROVAL", holidays);
    }

    private static CountingRule rule(NoticePolicy policy) {
        return new CountingRule(policy.settlement().answerWithin(), policy.zone(), false, policy.clause());
    }

    private static Instant approvedAt(Approval approval) {
        return approval.secondAt() == null ? approval.at() : approval.secondAt();
    }
}
