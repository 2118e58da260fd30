package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Confirms an approved refund to every contact of its customer: how much, how it comes about, and by when it is paid. */
@Service
class ConfirmingRefund {

    private final Registers registers;
    private final Customers customers;
    private final HolidayCalendars calendars;
    private final TerminationMail mail;

    ConfirmingRefund(Registers registers, Customers customers, HolidayCalendars calendars, TerminationMail mail) {
        this.registers = registers;
        this.customers = customers;
        this.calendars = calendars;
        this.mail = mail;
    }

    /** A refund that was confirmed is not confirmed again. @return id of the mailing */
    long confirm(Termination approved, Instant now) {
        Register register = registers.getById(approved.register());
        Customer customer = customers.writtenToInCases(approved.customer()).orElseThrow();
        NoticePolicy policy = registers.policy(approved.register(), approved.policyVersion());
        Holidays holidays = calendars.getById(policy.holidayCalendar());
        Instant due = RefundDates.due(approved, policy, holidays).paymentDue();
        Deadline promised = RefundDates.promised(approved, policy, holidays);
        return mail.send(
                TerminationMail.Occasion.APPROVED,
                approved,
                () -> RefundStatement.of(approved, register.name(), customer.name(), now),
                register,
                customer,
                () -> more(approved, Deadline.endingAt(due, policy.zone()), promised),
                UnaryOperator.identity());
    }

    private static Map<String, Object> more(Termination approved, Deadline due, Deadline promised) {
        Map<String, Object> more = new HashMap<>();
        more.put("refunds", RefundMessages.amounts(approved.due()));
        more.put("calculated", RefundStatement.calculated(approved));
        more.put("lowered", approved.isLowered());
        more.put("paymentDue", RefundMessages.day(due.lastDay()));
        more.put("promised", due.endsAt().isAfter(promised.endsAt()) ? RefundMessages.day(promised.lastDay()) : null);
        return more;
    }
}
