package fairnotice.termination;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
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
        Instant approvalDue = end(policy, termination.electedAt());
        return new Due(approvalDue, end(policy, decidedAt(termination, approvalDue)));
    }

    private static Instant decidedAt(Termination termination, Instant otherwise) {
        Approval approval = termination.approval();
        if (approval == null) {
            return otherwise;
        }
        return approval.secondAt() == null ? approval.at() : approval.secondAt();
    }

    private Instant end(NoticePolicy policy, Instant from) {
        CountingRule rule = new CountingRule(policy.settlement().answerWithin(), policy.zone(), false, policy.clause());
        return Deadline.counted(rule, from, "the step before", calendars.named(policy.holidayCalendar()))
                .endsAt();
    }
}
