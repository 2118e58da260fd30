package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.customer.Customer;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Confirms to every contact of a customer, at once, which orders it terminates: each with its last day, and who pays what by when. */
@Service
class ConfirmingElection {

    private final Registers registers;
    private final HolidayCalendars calendars;
    private final TerminationMail mail;

    ConfirmingElection(Registers registers, HolidayCalendars calendars, TerminationMail mail) {
        this.registers = registers;
        this.calendars = calendars;
        this.mail = mail;
    }

    /** @return id of the mailing */
    long confirm(Termination termination, Customer customer, Instant now) {
        Register register = registers.named(termination.register());
        NoticePolicy policy = registers.policy(termination.register(), termination.policyVersion());
        RefundDates.Due due = RefundDates.due(termination, policy, calendars.named(policy.holidayCalendar()));
        Statement statement = Statement.of(termination, register.name(), customer.name(), now);
        return mail.send(
                TerminationMail.Occasion.ELECTED,
                termination,
                statement,
                register,
                customer,
                Map.of(
                        "refunds",
                        Words.amounts(termination.due()),
                        "approvalDue",
                        lastDay(due.approvalDue(), policy),
                        "paymentDue",
                        lastDay(due.paymentDue(), policy)),
                UnaryOperator.identity());
    }

    private static String lastDay(Instant endsAt, NoticePolicy policy) {
        return Words.day(Deadline.endingAt(endsAt, policy.zone()).lastDay());
    }
}
