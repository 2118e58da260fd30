package fairnotice.mailserver;

import fairnotice.access.Actor;
import fairnotice.access.ReadingStaffAccounts;
import fairnotice.access.SealedSecrets;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Setting a mail server in the browser. The first ones count at once; once mail was seen to work here, another administrator has to confirm
 * every other one, since whoever names the relay reads each link that it is handed.
 */
@Service
public class ChangingServer {

    private final ServersInForce inForce;
    private final StoredServers servers;
    private final ServerRequests requests;
    private final Proofs proofs;
    private final SealedSecrets secrets;
    private final ReadingStaffAccounts accounts;
    private final ServerEntries entries;
    private final TellingAdministrators telling;
    private final Clock clock;

    ChangingServer(
            ServersInForce inForce,
            StoredServers servers,
            ServerRequests requests,
            Proofs proofs,
            SealedSecrets secrets,
            ReadingStaffAccounts accounts,
            ServerEntries entries,
            TellingAdministrators telling,
            Clock clock) {
        this.inForce = inForce;
        this.servers = servers;
        this.requests = requests;
        this.proofs = proofs;
        this.secrets = secrets;
        this.accounts = accounts;
        this.entries = entries;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * @param seen version of the server that was looked at; 0 where there was none
     * @return whether it counts now; else it waits for another administrator
     * @throws Refused naming every field that is wrong, or when it was changed meanwhile, or the settings of this process name one
     */
    @Transactional
    public boolean change(Part part, TypedServer typed, long seen, Actor by) {
        StoredServer before = begin(part, seen, by);
        MailServer kept = inForce.of(part).map(ServerInForce::server).orElse(null);
        MailServer wanted = typed.server(part, kept);
        if (wanted.equals(kept)) {
            throw Refused.conflict("refused.mail-server.same");
        }
        return decide(part, before, sealed(part, wanted), by);
    }

    /**
     * Having none.
     *
     * @param seen version of the server that was looked at
     * @return whether it counts now; else it waits for another administrator
     */
    @Transactional
    public boolean remove(Part part, long seen, Actor by) {
        StoredServer before = begin(part, seen, by);
        if (before == null) {
            throw Refused.conflict("refused.mail-server.none");
        }
        return decide(part, before, null, by);
    }

    /** One after the other. @return what is stored; null where nothing is */
    private StoredServer begin(Part part, long seen, Actor by) {
        ServerRules.onlyAdministrators(by);
        servers.lock();
        if (inForce.given(part).isPresent()) {
            throw Refused.conflict("refused.mail-server.given");
        }
        if (requests.find(part).isPresent()) {
            throw Refused.conflict("refused.mail-server.waits");
        }
        StoredServer before = servers.find(part).orElse(null);
        if (seen != (before == null ? 0 : before.version())) {
            throw Refused.conflict("refused.mail-server.changed-again");
        }
        return before;
    }

    private boolean decide(Part part, StoredServer before, MailServer after, Actor by) {
        MailServer stood = before == null ? null : before.server();
        boolean takesTwo = proofs.last().isPresent();
        boolean counts = !takesTwo || accounts.isAlone(by);
        if (counts) {
            apply(part, after, by.id(), clock.instant());
            entries.changed(part, stood, after, by, null, takesTwo);
        } else {
            requests.save(new ServerRequest(0, part, after, by.id(), clock.instant()));
            entries.asked(part, stood, after, by);
        }
        telling.tell(part, after, !counts, by);
        return counts;
    }

    private void apply(Part part, MailServer server, String by, Instant at) {
        if (server == null) {
            servers.remove(part);
        } else {
            servers.save(part, server, by, at);
        }
    }

    private MailServer sealed(Part part, MailServer server) {
        return server.password() == null
                ? server
                : server.with(secrets.seal(ServersInForce.purpose(part), server.password()));
    }
}
