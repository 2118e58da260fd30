package fairnotice.inbox;

import fairnotice.access.Scope;
import fairnotice.mail.HeldMailings;
import fairnotice.mail.RelayStanding;
import fairnotice.mail.UnwrittenMailing;
import fairnotice.mail.UnwrittenMailings;
import fairnotice.refusal.Phrase;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A mail server that is away, mailings that it refuses as a whole, and messages that could not be written; all are tried again by themselves. */
@Service
class MailIncidents implements Incidents {

    private final RelayStanding relay;
    private final HeldMailings held;
    private final UnwrittenMailings unwritten;

    MailIncidents(RelayStanding relay, HeldMailings held, UnwrittenMailings unwritten) {
        this.relay = relay;
        this.held = held;
        this.unwritten = unwritten;
    }

    @Override
    public List<Incident> open() {
        Stream<Incident> away = relay.outage().stream()
                .map(outage ->
                        new Incident(Phrase.of("said.incident.relay").said(), null, null, null, outage.reason(), null));
        Stream<Incident> refused = held.all(Scope.ALL).stream()
                .map(mailing -> new Incident(
                        Phrase.of("said.incident.held", mailing.waiting(), mailing.mailing())
                                .said(),
                        mailing.about(),
                        null,
                        null,
                        mailing.reply(),
                        null));
        return Stream.of(away, refused, unwritten.all().stream().map(MailIncidents::unwritten))
                .flatMap(Function.identity())
                .toList();
    }

    private static Incident unwritten(UnwrittenMailing mailing) {
        return new Incident(
                Phrase.of("said.incident.unwritten", mailing.messages(), mailing.mailing())
                        .said(),
                mailing.about(),
                mailing.lasting(),
                mailing.retryIn(),
                mailing.cause(),
                null);
    }
}
