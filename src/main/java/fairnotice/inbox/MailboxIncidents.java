package fairnotice.inbox;

import fairnotice.mail.MailboxStanding;
import fairnotice.refusal.Phrase;
import java.util.List;
import org.springframework.stereotype.Service;

/** A mailbox that cannot be read: what comes back of our mail is not known, and answers wait unread. */
@Service
class MailboxIncidents implements Incidents {

    private final MailboxStanding mailbox;

    MailboxIncidents(MailboxStanding mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public List<Incident> open() {
        return mailbox.outage().stream()
                .map(outage -> Incident.of(
                        IncidentKind.MAILBOX,
                        Phrase.of("said.incident.mailbox").said(),
                        outage.lasting(),
                        outage.reason()))
                .toList();
    }
}
