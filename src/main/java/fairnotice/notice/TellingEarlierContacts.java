package fairnotice.notice;

import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.EarlierContacts;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Writes to the contacts before, and once it is confirmed to those of now, that the contacts were changed: not which, since whoever reads the mail may be the wrong one. */
@Service
class TellingEarlierContacts implements EarlierContacts {

    private final Registers registers;
    private final EmailTemplates letters;
    private final Mailings mailings;

    TellingEarlierContacts(Registers registers, EmailTemplates letters, Mailings mailings) {
        this.registers = registers;
        this.letters = letters;
        this.mailings = mailings;
    }

    @Override
    public void tell(String register, Collection<Told> told, Instant at) {
        Register publisher = registers.getById(register);
        new TreeMap<>(told.stream().collect(Collectors.groupingBy(Told::standing))).forEach((standing, those) -> {
            List<Outgoing> to = messages(those);
            mailings.send(NewMailing.spoken(to, () -> letter(publisher, standing, those, at)), to);
        });
    }

    private static List<Outgoing> messages(List<Told> told) {
        return told.stream().flatMap(TellingEarlierContacts::messages).toList();
    }

    /** One to each address. */
    private static Stream<Outgoing> messages(Told told) {
        Customer customer = told.customer();
        return told.contacts().stream()
                .collect(Collectors.toMap(
                        contact -> contact.email().toLowerCase(Locale.ROOT),
                        contact -> message(customer, contact),
                        (first, again) -> first))
                .values()
                .stream();
    }

    private static Outgoing message(Customer customer, Contact contact) {
        return new Outgoing(
                        customer.id(),
                        contact.id(),
                        contact.email(),
                        contact.name(),
                        Map.of("customer", customer.name()),
                        null)
                .in(contact.language());
    }

    private NewMailing letter(Register register, Standing standing, List<Told> told, Instant at) {
        ZoneId zone = register.policy().zone();
        long newest = told.stream()
                .mapToLong(each -> each.customer().revision())
                .max()
                .orElseThrow();
        Map<String, Object> model = Map.of(
                "publisher",
                register.name(),
                "lead",
                "mail.contacts-changed.lead" + (standing.isConfirmed() ? ".CONFIRMED" : ""),
                "standing",
                "mail.contacts-changed." + standing,
                "on",
                PersonalFields.day(LocalDate.ofInstant(at, zone)),
                "zone",
                zone.getId(),
                "why",
                Phrase.of(standing.isOfContactsNow() ? "said.why.on-file" : "said.why.was-on-file", register.name())
                        .said());
        return new NewMailing(
                "contacts/" + register.id() + "/" + newest + "/" + standing,
                Kind.CONTRACTUAL,
                register.id(),
                register.name(),
                register.sender(),
                register.replyTo(),
                register.id() + ".notices.fairnotice",
                letters.compose("contacts-changed", model));
    }
}
