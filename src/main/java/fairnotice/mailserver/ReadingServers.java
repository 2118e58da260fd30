package fairnotice.mailserver;

import fairnotice.access.Actor;
import fairnotice.access.ReadingStaffAccounts;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How mail goes out and comes back, for administrators and auditors of all registers; never with a password. */
@Service
public class ReadingServers {

    private final ServersInForce inForce;
    private final StoredServers servers;
    private final ServerRequests requests;
    private final MailTests tests;
    private final Proofs proofs;
    private final StaffDirectory directory;
    private final ReadingStaffAccounts accounts;

    ReadingServers(
            ServersInForce inForce,
            StoredServers servers,
            ServerRequests requests,
            MailTests tests,
            Proofs proofs,
            StaffDirectory directory,
            ReadingStaffAccounts accounts) {
        this.inForce = inForce;
        this.servers = servers;
        this.requests = requests;
        this.tests = tests;
        this.proofs = proofs;
        this.directory = directory;
        this.accounts = accounts;
    }

    /**
     * @param inForce null where there is none
     * @param stored what the browser set, which counts unless the settings name another; null where nothing is
     * @param request what waits for another administrator; null where nothing does
     */
    public record Standing(ServerInForce inForce, StoredServer stored, ServerRequest request) {

        /** Whether the settings of this process, or a demonstration, say what is used. */
        public boolean isGiven() {
            return inForce != null && inForce.source() != ServerInForce.Source.BROWSER;
        }

        public long version() {
            return stored == null ? 0 : stored.version();
        }
    }

    @Transactional(readOnly = true)
    public Standing standing(Part part, Actor actor) {
        ServerRules.mayRead(actor);
        return new Standing(
                inForce.of(part)
                        .map(server ->
                                new ServerInForce(part, server.server().with(null), server.source(), server.identity()))
                        .orElse(null),
                servers.find(part).orElse(null),
                requests.find(part).orElse(null));
    }

    /** The last test mail of each register, by its id. */
    @Transactional(readOnly = true)
    public Map<String, MailTest> tests(Actor actor) {
        ServerRules.mayRead(actor);
        return tests.last();
    }

    public boolean changes(Actor actor) {
        return ServerRules.isAdministrator(actor);
    }

    /** @throws Refused when the actor changes no mail servers */
    public void mayChange(Actor actor) {
        ServerRules.onlyAdministrators(actor);
    }

    /** Whether another administrator has to confirm what this one asks for. */
    @Transactional(readOnly = true)
    public boolean takesTwo(Actor actor) {
        return proofs.last().isPresent() && !accounts.isAlone(actor);
    }

    /** Why this person may not confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(ServerRequest request, Actor actor) {
        return Refused.reason(() -> ServerRules.mayConfirm(actor, request, directory.colleagues()));
    }

    public boolean isTakenBack(ServerRequest request, Actor actor) {
        return ServerRules.isTakenBack(actor, request);
    }
}
