package fairnotice.termination;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.ReadingDispute;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Writes to all contacts of a customer about its termination: in the thread of its objection, with the link to its own page. */
@Service
class TerminationMail {

    /** Which letter. */
    enum Occasion {
        ELECTED("termination-elected", "elected"),
        APPROVED("refund-approved", "approved"),
        STATEMENT("refund-statement", "statement"),
        ENDED("orders-ended", "ended"),
        APPROVAL_MISSED("refund-missed", "approval-missed"),
        NONE_MISSED("refund-missed", "refund-missed-none", "approval-missed"),
        PAYMENT_MISSED("refund-missed", "payment-missed");

        private final String template;
        private final String subject;
        private final String word;

        Occasion(String template, String word) {
            this(template, template, word);
        }

        Occasion(String template, String subject, String word) {
            this.template = template;
            this.subject = subject;
            this.word = word;
        }

        /** The end of the key of the words for what was missed. */
        String stage() {
            return name().replace("_MISSED", "");
        }

        /** @param none whether nothing is refunded as it was worked out */
        static Occasion of(RefundStage missed, boolean none) {
            if (missed == RefundStage.PAYMENT) {
                return PAYMENT_MISSED;
            }
            return none ? NONE_MISSED : APPROVAL_MISSED;
        }
    }

    private final Objections objections;
    private final Notices notices;
    private final Registers registers;
    private final ReadingDispute disputes;
    private final EmailTemplates letters;
    private final Mailings mailings;
    private final Clock clock;

    TerminationMail(
            Objections objections,
            Notices notices,
            Registers registers,
            ReadingDispute disputes,
            EmailTemplates letters,
            Mailings mailings,
            Clock clock) {
        this.objections = objections;
        this.notices = notices;
        this.registers = registers;
        this.disputes = disputes;
        this.letters = letters;
        this.mailings = mailings;
        this.clock = clock;
    }

    /**
     * @param statement in the language that is spoken, like {@code more}
     * @param more what the letter says beside the statement
     * @param enclosing done to the letter before it goes out
     * @return id of the mailing
     */
    long send(
            Occasion occasion,
            Termination termination,
            Supplier<RefundStatement> statement,
            Register register,
            Customer customer,
            Supplier<Map<String, Object>> more,
            UnaryOperator<Email> enclosing) {
        Objection objection = objections.getByReference(termination.objection());
        Notice notice =
                notices.lastOf(customer.id(), List.of(objection.change())).get(objection.change());
        List<Outgoing> to = customer.contacts().stream()
                .map(contact -> new Outgoing(
                                objection.id(),
                                contact.id(),
                                contact.email(),
                                contact.name(),
                                Map.of("customer", customer.name()),
                                link(notice, contact))
                        .in(contact.language()))
                .toList();
        Map<String, Object> same = new HashMap<>();
        same.put("publisher", register.name());
        same.put("replyTo", register.replyTo());
        same.put("otherNotices", endingNotices(customer, objection.change(), termination));
        same.put(
                "disputed",
                occasion == Occasion.ENDED ? disputes.of(objection.reference()).orElse(null) : null);
        same.put("reference", termination.reference());
        same.put("linked", notice != null);
        NewMailing mailing = NewMailing.spoken(to, () -> {
            Map<String, Object> model = new HashMap<>(more.get());
            model.putAll(same);
            model.put("data", DataAfterEnd.of(termination, customer.orders(), register, registers, clock.instant()));
            model.put("statement", statement.get());
            model.put(
                    "binding",
                    registers
                            .policy(termination.register(), termination.policyVersion())
                            .binding());
            model.put("why", why(customer, statement.get()));
            return new NewMailing(
                            "termination/" + termination.reference() + "/" + occasion.word,
                            Kind.CONTRACTUAL,
                            termination.reference(),
                            register.name(),
                            register.sender(),
                            register.replyTo(),
                            register.id() + ".notices.fairnotice",
                            enclosing.apply(letters.compose(occasion.template, occasion.subject, model)))
                    .in("objection/" + objection.reference());
        });
        return mailings.send(notice == null ? mailing : mailing.following(notice.conversation(), notice.id()), to);
    }

    /** References of the other changes whose notices end with the customer's last order; none where an order goes on. */
    private String endingNotices(Customer customer, String about, Termination termination) {
        List<Election> elections = termination.worksheet().elections();
        LocalDate last = Election.lastDay(elections);
        boolean goesOn = customer.orders().stream()
                .filter(order -> order.lastDay().isAfter(last))
                .anyMatch(order -> elections.stream()
                        .noneMatch(each -> each.isWhole() && each.order().equals(order.externalId())));
        if (goesOn) {
            return "";
        }
        return notices.ofCustomer(customer.id()).stream()
                .filter(notice -> !notice.reference().equals(about) && notice.supersededAt() == null)
                .filter(notice -> notice.dates() == null
                        || notice.dates().noticeEnds().lastDay().isAfter(last))
                .map(Notice::reference)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String why(Customer customer, RefundStatement statement) {
        return Phrase.of("said.why.termination", customer.name(), statement.clause())
                .said();
    }

    private static Link link(Notice notice, Contact contact) {
        return notice == null ? null : new Link(LinkPurpose.NOTICE, notice.id(), contact.id(), contact.epoch());
    }
}
