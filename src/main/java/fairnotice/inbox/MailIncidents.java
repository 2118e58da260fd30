package fairnotice.inbox;

import fairnotice.access.Scope;
import fairnotice.mail.HeldMailings;
import fairnotice.mail.RelayStanding;
import fairnotice.mail.UnwrittenMailing;
import fairnotice.mail.UnwrittenMailings;
import fairnotice.refusal.Phrase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Clock clock;

    MailIncidents(RelayStanding relay, HeldMailings held, UnwrittenMailings unwritten, Clock clock) {
        this.relay = relay;
        this.held = held;
        this.unwritten = unwritten;
        this.clock = clock;
    }

    @Override
    public List<Incident> open() {
        Instant now = clock.instant();
        Stream<Incident> away = relay.outage().stream()
                .map(outage -> Incident.of(
                        IncidentKind.RELAY,
                        Phrase.of("said.incident.relay").said(),
                        Duration.between(outage.since(), now),
                        outage.reason()));
        Stream<Incident> refused = held.all(Scope.ALL).stream()
                .map(mailing -> Incident.decidedAt(
                        "/mailings/" + mailing.mailing(),
                        IncidentKind.HELD_MAIL,
                        Phrase.of("said.incident.held", mailing.waiting(), mailing.mailing())
                                .said(),
                        mailing.about(),
                        Duration.between(mailing.since(), now),
                        mailing.reply()));
        return Stream.of(away, refused, unwritten.all().stream().map(MailIncidents::unwritten))
                .flatMap(Function.identity())
                .toList();
    }

    private static Incident unwritten(UnwrittenMailing mailing) {
        return new Incident(
                IncidentKind.UNWRITTEN_MAIL,
                Phrase.of("said.incident.unwritten", mailing.messages(), mailing.mailing())
                        .said(),
                mailing.about(),
                mailing.lasting(),
                mailing.retryIn(),
                mailing.cause(),
                null,
                "/mailings/" + mailing.mailing());
    }
}
