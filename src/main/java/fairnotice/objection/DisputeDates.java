package fairnotice.objection;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.objection.Disputes.Unanswered;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import org.springframework.stereotype.Service;

/** By when a customer that does not agree with its refund is answered: within the time that the publisher has set for a review. */
@Service
public class DisputeDates {

    private final Registers registers;
    private final HolidayCalendars calendars;

    DisputeDates(Registers registers, HolidayCalendars calendars) {
        this.registers = registers;
        this.calendars = calendars;
    }

    /** Counted from the first message without an answer, by the policy that the case follows. */
    public Deadline due(Unanswered dispute) {
        Register register = registers.getById(dispute.register());
        NoticePolicy policy = registers.policy(dispute.register(), dispute.policyVersion());
        CountingRule rule = CountingRule.setBy(register.name(), policy.reviewWithin(), policy.zone(), false);
        return Deadline.counted(rule, dispute.since(), "MESSAGE", calendars.getById(policy.holidayCalendar()));
    }
}
