package fairnotice.mailserver;

import fairnotice.mailserver.ServerInForce.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was announced before there were test mails went through the relay of the settings, where there was one: it counts as tested. */
@Service
public class AdoptingEarlierRelay {

    private final ServersInForce servers;
    private final Proofs proofs;

    AdoptingEarlierRelay(ServersInForce servers, Proofs proofs) {
        this.servers = servers;
        this.proofs = proofs;
    }

    /** At the first start since; without a relay in the settings it was the embedded mailbox that took it, and that shows nothing. */
    @Transactional
    public void adopt() {
        proofs.last().filter(proof -> proof.relay().equals(Proof.EARLIER)).ifPresent(earlier -> {
            String relay = identity(Part.RELAY);
            proofs.save(new Proof(
                    relay == null ? Proof.EMBEDDED : relay,
                    relay == null ? null : identity(Part.MAILBOX),
                    earlier.at()));
        });
    }

    private String identity(Part part) {
        return servers.of(part)
                .filter(server -> server.source() == Source.ENVIRONMENT)
                .map(ServerInForce::identity)
                .orElse(null);
    }
}
