package fairnotice;

import fairnotice.mailserver.Part;
import fairnotice.mailserver.Proof;
import fairnotice.mailserver.Proofs;
import fairnotice.mailserver.ServerInForce;
import fairnotice.mailserver.ServersInForce;
import java.time.Instant;

/** A relay to which a test mail went before the test began. */
public final class TestedRelay {

    private TestedRelay() {}

    /** As if one had been accepted by the servers in force, and come back. */
    public static void of(ServersInForce servers, Proofs proofs) {
        String relay = servers.of(Part.RELAY).orElseThrow().identity();
        String mailbox = servers.of(Part.MAILBOX).map(ServerInForce::identity).orElse(null);
        proofs.save(new Proof(relay, mailbox, Instant.parse("2026-01-01T00:00:00Z")));
    }
}
