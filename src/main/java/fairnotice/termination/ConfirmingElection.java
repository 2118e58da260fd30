package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.customer.Customer;
import fairnotice.mail.Kind;
import fairnotice.mail.Letter;
import fairnotice.mail.Letters;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Confirms to every contact of a customer, at once, which orders it terminates: each with its last day, and who pays what by when. */
@Service
class ConfirmingElection {

    private final Objections objections;
    private final Registers registers;
    private final HolidayCalendars calendars;
    private final Letters letters;
    private final Mailings mailings;

    ConfirmingElection(
            Objections objections,
            Registers registers,
            HolidayCalendars calendars,
            Letters letters,
            Mailings mailings) {
        this.objections = objections;
        this.registers = registers;
        this.calendars = calendars;
        this.letters = letters;
        this.mailings = mailings;
    }

    /** @return id of the mailing */
    long confirm(Termination termination, Customer customer, Instant now) {
        Register register = registers.named(termination.register());
        NoticePolicy policy = registers.policy(termination.register(), termination.policyVersion());
        RefundDates.Due due = RefundDates.due(termination, policy, calendars.named(policy.holidayCalendar()));
        Statement statement = Statement.of(termination, register.name(), customer.name(), now);
        Letter letter = letters.compose(
                "termination-elected",
                Map.of(
                        "publisher",
                        register.name(),
                        "why",
                        "you are a contact of " + customer.name() + ", which terminated orders under "
                                + statement.clause() + ".",
                        "reference",
                        termination.reference(),
                        "statement",
                        statement,
                        "refunds",
                        refunds(termination),
                        "approvalDue",
                        lastDay(due.approvalDue(), policy),
                        "paymentDue",
                        lastDay(due.paymentDue(), policy)));
        Objection objection = objections.named(termination.objection());
        return mailings.send(
                new NewMailing(
                                "termination/" + termination.reference() + "/elected",
                                Kind.CONTRACTUAL,
                                termination.reference(),
                                register.name(),
                                register.sender(),
                                register.replyTo(),
                                register.id() + ".notices.fairnotice",
                                letter)
                        .in("objection/" + objection.reference()),
                customer.contacts().stream()
                        .map(contact -> new Outgoing(
                                objection.id(),
                                contact.id(),
                                contact.email(),
                                contact.name(),
                                Map.of("customer", customer.name()),
                                null))
                        .toList());
    }

    private static List<String> refunds(Termination termination) {
        return termination.due().entrySet().stream()
                .map(due -> Words.money(due.getValue(), due.getKey()))
                .toList();
    }

    private static String lastDay(Instant endsAt, NoticePolicy policy) {
        return Words.day(Deadline.endingAt(endsAt, policy.zone()).lastDay());
    }
}
