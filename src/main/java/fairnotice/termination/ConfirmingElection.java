package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.customer.Customer;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.ObjectionDays;
import fairnotice.objection.Objections;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Confirms to every contact of a customer, at once, which orders it terminates: each with its last day, and who pays what by when. */
@Service
class ConfirmingElection {

    private final Registers registers;
    private final HolidayCalendars calendars;
    private final TerminationMail mail;
    private final Objections objections;
    private final ObjectionContexts contexts;
    private final ObjectionDays days;

    ConfirmingElection(
            Registers registers,
            HolidayCalendars calendars,
            TerminationMail mail,
            Objections objections,
            ObjectionContexts contexts,
            ObjectionDays days) {
        this.registers = registers;
        this.calendars = calendars;
        this.mail = mail;
        this.objections = objections;
        this.contexts = contexts;
        this.days = days;
    }

    /** @return id of the mailing */
    long confirm(Termination termination, Customer customer, Instant now) {
        Register register = registers.getById(termination.register());
        NoticePolicy policy = registers.policy(termination.register(), termination.policyVersion());
        RefundDates.Due due = RefundDates.due(termination, policy, calendars.getById(policy.holidayCalendar()));
        Objection objection = objections.getByReference(termination.objection());
        return mail.send(
                TerminationMail.Occasion.ELECTED,
                termination,
                () -> RefundStatement.of(termination, register.name(), customer.name(), now),
                register,
                customer,
                () -> more(termination, objection, due, policy),
                letter -> days.takenBackIn(letter, objection));
    }

    private Map<String, Object> more(
            Termination termination, Objection objection, RefundDates.Due due, NoticePolicy policy) {
        Map<String, Object> more = new HashMap<>();
        more.put("refunds", RefundMessages.amounts(termination.due()));
        more.put("forFinance", termination.state() == TerminationState.CALCULATED);
        more.put("approvalDue", lastDay(due.approvalDue(), policy));
        more.put("paymentDue", lastDay(due.paymentDue(), policy));
        ObjectionContext context = contexts.of(objection);
        LocalDate last = Election.lastDay(termination.worksheet().elections());
        boolean othersGoOn = context.goesOnAfter(last);
        more.put("othersGoOn", othersGoOn);
        more.put("othersFrom", context.othersFrom(last).map(RefundMessages::day).orElse(null));
        more.put(
                "objectUntil",
                context.openUntil()
                        .filter(until -> othersGoOn)
                        .map(until -> RefundMessages.day(until.lastDay()))
                        .orElse(null));
        more.put("toldNoMore", !othersGoOn && context.isToldLater());
        return more;
    }

    private static String lastDay(Instant endsAt, NoticePolicy policy) {
        return RefundMessages.day(Deadline.endingAt(endsAt, policy.zone()).lastDay());
    }
}
