package fairnotice.mailserver;

import fairnotice.mailserver.ServerInForce.Source;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether customers can be written to at all: nothing is announced before a test mail was accepted by the relay in force now and, where a
 * mailbox is set, came back to it. A relay that fails later is an outage: mail waits, and nothing is refused.
 */
@Service
public class MailReadiness {

    private static final Phrase NO_RELAY = Phrase.of("refused.mail.no-relay");
    private static final Phrase UNTESTED = Phrase.of("refused.mail.untested");

    /** All that can be missing. */
    public static final List<Phrase> REASONS = List.of(NO_RELAY, UNTESTED);

    private final ServersInForce servers;
    private final Proofs proofs;

    MailReadiness(ServersInForce servers, Proofs proofs) {
        this.servers = servers;
        this.proofs = proofs;
    }

    /** What is missing, with what to do; empty when changes can be announced. */
    @Transactional(readOnly = true)
    public Optional<Phrase> missing() {
        Optional<ServerInForce> relay = servers.of(Part.RELAY);
        if (relay.isEmpty()) {
            return Optional.of(NO_RELAY);
        }
        return relay.get().source() == Source.DEMONSTRATION
                        || proved(relay.get()).isPresent()
                ? Optional.empty()
                : Optional.of(UNTESTED);
    }

    /** Legal time of the test mail that showed that the servers in force now work; empty before, and in a demonstration. */
    @Transactional(readOnly = true)
    public Optional<Instant> worksSince() {
        return servers.of(Part.RELAY).flatMap(this::proved).map(Proof::at);
    }

    /** @throws Refused with what is missing */
    public void mustWork() {
        missing().ifPresent(phrase -> {
            throw Refused.conflict(phrase);
        });
    }

    private Optional<Proof> proved(ServerInForce relay) {
        String mailbox = servers.of(Part.MAILBOX).map(ServerInForce::identity).orElse(null);
        return proofs.last()
                .filter(proof -> proof.relay().equals(relay.identity()))
                .filter(proof -> mailbox == null || mailbox.equals(proof.mailbox()));
    }
}
