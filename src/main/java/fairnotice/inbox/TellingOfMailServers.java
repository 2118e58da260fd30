package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.TellingAdministrators;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Mails the other administrators of all registers that one of them set, or asked for, another mail server. */
@Service
class TellingOfMailServers implements TellingAdministrators {

    private final StaffDirectory staff;
    private final Registers registers;
    private final EmailTemplates letters;
    private final Mailings mailings;

    TellingOfMailServers(StaffDirectory staff, Registers registers, EmailTemplates letters, Mailings mailings) {
        this.staff = staff;
        this.registers = registers;
        this.letters = letters;
        this.mailings = mailings;
    }

    /** Without a register there is no sender it could come from; the ledger and the page say it all the same. */
    @Override
    public void tell(Part part, MailServer server, boolean waits, Actor by) {
        List<Outgoing> others = staff.all().stream()
                .filter(each -> each.actor().holdsForAll(Role.ADMIN))
                .filter(each -> !each.username().equals(by.id()) && each.hasAddress())
                .map(each -> new Outgoing(0, 0, each.email(), each.name(), Map.of(), null))
                .toList();
        registers.all().stream()
                .findFirst()
                .filter(register -> !others.isEmpty())
                .ifPresent(register -> mailings.send(
                        NewMailing.spoken(others, () -> letter(register, part, server, waits, by)), others));
    }

    private NewMailing letter(Register from, Part part, MailServer server, boolean waits, Actor by) {
        String who = staff.findByUsername(by.id()).map(Staff::name).orElse(by.id());
        String what = part == Part.RELAY ? "said.mail-server.relay" : "said.mail-server.mailbox";
        return StaffMail.of(
                from,
                "mail-server",
                letters.compose(
                        "mail-server",
                        waits ? "mail-server-asked" : "mail-server-changed",
                        Map.of(
                                "publisher",
                                from.name(),
                                "why",
                                Phrase.of("said.why.mail-server").said(),
                                "who",
                                who,
                                "part",
                                Phrase.of(what).said(),
                                "server",
                                server == null
                                        ? Phrase.of("said.mail-server.none").said()
                                        : server.toString(),
                                "waits",
                                waits)));
    }
}
