package fairnotice.inbox;

import fairnotice.access.Scope;
import fairnotice.mail.HeldMailings;
import fairnotice.mail.RelayStanding;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A mail server that is away, and mailings that it refuses as a whole; both are tried again by themselves. */
@Service
class MailIncidents implements Incidents {

    private final RelayStanding relay;
    private final HeldMailings held;

    MailIncidents(RelayStanding relay, HeldMailings held) {
        this.relay = relay;
        this.held = held;
    }

    @Override
    public List<Incident> open() {
        Stream<Incident> away = relay.outage().stream()
                .map(outage -> new Incident("reach the mail server", null, null, null, outage.reason(), null));
        Stream<Incident> refused = held.all(Scope.ALL).stream()
                .map(mailing -> new Incident(
                        "send " + mailing.waiting() + " messages of mailing " + mailing.mailing(),
                        mailing.about(),
                        null,
                        null,
                        mailing.reply(),
                        null));
        return Stream.concat(away, refused).toList();
    }
}
