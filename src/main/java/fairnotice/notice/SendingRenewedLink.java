package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.Phrase;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the link, mails it and records that it did. */
@Service
class SendingRenewedLink {

    private final RenewedLinks renewed;
    private final Registers registers;
    private final EmailTemplates letters;
    private final Mailings mailings;
    private final Ledger ledger;
    private final Clock clock;

    SendingRenewedLink(
            RenewedLinks renewed,
            Registers registers,
            EmailTemplates letters,
            Mailings mailings,
            Ledger ledger,
            Clock clock) {
        this.renewed = renewed;
        this.registers = registers;
        this.letters = letters;
        this.mailings = mailings;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public void send(Notice notice, Customer customer, Contact contact) {
        Instant now = clock.instant();
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        Deadline end = LinkRules.renewed(now, policy.zone());
        RenewedLink link = renewed.add(notice.id(), contact.id(), now, end.endsAt());
        List<Outgoing> to = List.of(new Outgoing(
                        notice.id(),
                        contact.id(),
                        contact.email(),
                        contact.name(),
                        Map.of("customer", customer.name()),
                        new Link(LinkPurpose.RENEWED_NOTICE, link.id(), contact.id(), contact.epoch()))
                .in(contact.language()));
        mailings.send(NewMailing.spoken(to, () -> letter(registers.getById(notice.register()), notice, end, link)), to);
        ledger.record(Entry.of(
                        "notice.link-renewed",
                        notice.reference(),
                        Actor.contact(customer.id(), contact.id()).id(),
                        now)
                .with("customer", customer.id())
                .with("contact", contact.id())
                .with("until", end.lastDay()));
    }

    private NewMailing letter(Register register, Notice notice, Deadline end, RenewedLink link) {
        Map<String, Object> model = Map.of(
                "publisher",
                register.name(),
                "reference",
                notice.reference(),
                "until",
                PersonalFields.day(end.lastDay()),
                "zone",
                end.zone().getId(),
                "why",
                Phrase.of("said.why.renewed-link", register.name()).said());
        return new NewMailing(
                        "link/" + link.id(),
                        Kind.CONTRACTUAL,
                        notice.reference(),
                        register.name(),
                        register.sender(),
                        register.replyTo(),
                        register.id() + ".notices.fairnotice",
                        letters.compose("renewed-link", model))
                .in(notice.reference() + "/" + notice.round());
    }
}
