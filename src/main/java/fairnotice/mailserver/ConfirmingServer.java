package fairnotice.mailserver;

import fairnotice.access.Actor;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another administrator confirms or refuses the mail server that one asked for; whoever asked takes it back. */
@Service
public class ConfirmingServer {

    private final StoredServers servers;
    private final ServerRequests requests;
    private final StaffDirectory directory;
    private final ServerEntries entries;
    private final Clock clock;

    ConfirmingServer(
            StoredServers servers,
            ServerRequests requests,
            StaffDirectory directory,
            ServerEntries entries,
            Clock clock) {
        this.servers = servers;
        this.requests = requests;
        this.directory = directory;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @param seen id of the request that was looked at
     * @throws Refused when it waits no more, or the actor asked for it
     */
    @Transactional
    public void confirm(Part part, long seen, Actor by) {
        ServerRules.onlyAdministrators(by);
        servers.lock();
        ServerRequest request = waiting(part, seen);
        ServerRules.mayConfirm(by, request, directory.colleagues());
        MailServer before = servers.find(part).map(StoredServer::server).orElse(null);
        requests.remove(part);
        if (request.server() == null) {
            servers.remove(part);
        } else {
            servers.save(part, request.server(), request.askedBy(), clock.instant());
        }
        entries.changed(part, before, request.server(), by, request.askedBy(), false);
    }

    /**
     * @param seen id of the request that was looked at
     * @throws Refused when it waits no more
     */
    @Transactional
    public void refuse(Part part, long seen, Actor by) {
        ServerRules.onlyAdministrators(by);
        servers.lock();
        ServerRequest request = waiting(part, seen);
        requests.remove(part);
        entries.withdrawn(request, by);
    }

    private ServerRequest waiting(Part part, long seen) {
        return requests.find(part)
                .filter(request -> request.id() == seen)
                .orElseThrow(() -> Refused.conflict("refused.mail-server.waits-no-more"));
    }
}
