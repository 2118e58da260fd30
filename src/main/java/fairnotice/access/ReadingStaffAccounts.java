package fairnotice.access;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of staff with what waits of them, for administrators and auditors of all registers. */
@Service
public class ReadingStaffAccounts {

    private final StaffAccounts accounts;
    private final StaffRequests requests;
    private final StaffDirectory directory;
    private final ChangingAccounts changing;

    ReadingStaffAccounts(
            StaffAccounts accounts, StaffRequests requests, StaffDirectory directory, ChangingAccounts changing) {
        this.accounts = accounts;
        this.requests = requests;
        this.directory = directory;
        this.changing = changing;
    }

    /**
     * One line of the staff; at least one of both is there.
     *
     * @param account null for a new one that waits
     * @param request null where nothing waits
     */
    public record Member(StaffAccount account, StaffRequest request) {

        public String username() {
            return account == null ? request.username() : account.username();
        }
    }

    /** Accounts by user name, after those that wait to be added. */
    @Transactional(readOnly = true)
    public List<Member> all(Actor actor) {
        StaffRules.mayRead(actor);
        List<StaffRequest> waiting = requests.all();
        List<Member> added = waiting.stream()
                .filter(request -> request.kind() == StaffRequest.Kind.NEW)
                .map(request -> new Member(null, request))
                .toList();
        List<Member> there = accounts.all().stream()
                .map(account -> new Member(account, of(account.username(), waiting)))
                .toList();
        return Stream.concat(added.stream(), there.stream()).toList();
    }

    private static StaffRequest of(String username, List<StaffRequest> waiting) {
        return waiting.stream()
                .filter(request -> request.username().equals(username))
                .findFirst()
                .orElse(null);
    }

    /** @throws Refused when nobody has, had or is to have that user name */
    @Transactional(readOnly = true)
    public Member member(String username, Actor actor) {
        StaffRules.mayRead(actor);
        Optional<StaffAccount> account = accounts.find(username);
        Optional<StaffRequest> request = requests.find(username);
        if (account.isEmpty() && request.isEmpty()) {
            throw Refused.unknown("refused.unknown.user");
        }
        return new Member(account.orElse(null), request.orElse(null));
    }

    /** Whether they may change accounts. */
    public boolean changes(Actor actor) {
        return StaffRules.isAdministrator(actor);
    }

    /** Why this person may not confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(StaffRequest request, Actor actor) {
        return Refused.reason(() -> StaffRules.mayConfirm(actor, request, directory.colleagues()));
    }

    /** Whether it is theirs to take back. */
    public boolean isTakenBack(StaffRequest request, Actor actor) {
        return StaffRules.isTakenBack(actor, request);
    }

    /** Whether what they ask for counts at once, since there is nobody else to confirm it. */
    @Transactional(readOnly = true)
    public boolean isAlone(Actor actor) {
        return changing.isAlone(actor);
    }

    /** @throws Refused when the actor changes no accounts */
    public void mayChange(Actor actor) {
        StaffRules.onlyAdministrators(actor);
    }
}
