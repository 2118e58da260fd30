package fairnotice.access;

import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs in whom an OpenID Connect provider vouches for. Their groups say what they may do, at each sign-in: nothing more, and nothing of before. The
 * first time they come to the account with their address, where an administrator has prepared one, or to a new one.
 */
@Service
public class SigningInByProvider {

    private final ProviderAccounts providers;
    private final StaffAccounts accounts;
    private final StaffRequests requests;
    private final StaffDirectory directory;
    private final StaffEntries entries;

    SigningInByProvider(
            ProviderAccounts providers,
            StaffAccounts accounts,
            StaffRequests requests,
            StaffDirectory directory,
            StaffEntries entries) {
        this.providers = providers;
        this.accounts = accounts;
        this.requests = requests;
        this.directory = directory;
        this.entries = entries;
    }

    /**
     * What the provider says of somebody; null where it does not say.
     *
     * @param username that they are known by there
     * @param email only one that the provider has verified
     * @param groups null where the token has no such claim
     */
    public record Claims(
            String issuer, String subject, String username, String email, String name, List<String> groups) {}

    /**
     * @return the account, with the roles that their groups give
     * @throws Refused when they get none, or no account can be theirs; nothing is changed then
     */
    @Transactional
    public Credential signIn(Claims claims, GroupRoles mapping) {
        if (claims.groups() == null) {
            throw Refused.conflict("refused.provider.no-groups");
        }
        Map<Role, Scope> held = mapping.of(claims.groups());
        if (held.isEmpty()) {
            throw Refused.conflict("refused.provider.no-role");
        }
        accounts.lock();
        String username = providers
                .find(claims.issuer(), claims.subject())
                .orElseGet(() -> first(claims, held).username());
        StaffAccount account = accounts.find(username).orElseThrow(() -> Refused.conflict("refused.provider.inactive"));
        mustBeActive(account);
        Staff before = account.staff();
        if (!before.held().equals(held)) {
            Staff now = before.holding(held);
            accounts.change(now);
            entries.changed(before, now, StaffEntries.Way.of(Actor.SYSTEM));
        }
        return directory.credential(username).orElseThrow();
    }

    private StaffAccount first(Claims claims, Map<Role, Scope> held) {
        StaffAccount account = prepared(claims);
        if (account == null) {
            account = added(claims, held);
        }
        providers.add(claims.issuer(), claims.subject(), account.username());
        entries.providerLinked(account.username());
        return account;
    }

    /** Null where there is none; two of one address are nobody's for sure. */
    private StaffAccount prepared(Claims claims) {
        if (claims.email() == null) {
            return null;
        }
        List<StaffAccount> same = accounts.all().stream()
                .filter(account ->
                        claims.email().equalsIgnoreCase(account.staff().email()))
                .toList();
        same.forEach(SigningInByProvider::mustBeActive);
        List<StaffAccount> free = same.stream()
                .filter(account -> !providers.isTaken(account.username()))
                .toList();
        return free.size() == 1 ? free.get(0) : null;
    }

    private static void mustBeActive(StaffAccount account) {
        if (!account.active()) {
            throw Refused.conflict("refused.provider.inactive");
        }
    }

    private StaffAccount added(Claims claims, Map<Role, Scope> held) {
        String username = username(claims);
        if (!Staff.isUsername(username)) {
            throw Refused.conflict("refused.provider.no-name");
        }
        if (accounts.find(username).isPresent() || requests.find(username).isPresent()) {
            throw Refused.conflict("refused.provider.taken", username);
        }
        boolean written = claims.email() != null && EmailAddress.isValid(claims.email());
        Staff staff = new Staff(
                username,
                claims.name() == null || claims.name().isBlank()
                        ? username
                        : claims.name().strip(),
                written ? claims.email() : "",
                held);
        accounts.add(staff, UnchosenPassword.hash());
        entries.hired(null, staff, StaffEntries.Way.of(Actor.SYSTEM));
        return accounts.find(username).orElseThrow();
    }

    /** "Ann.Lee@example.com" is ann.lee here. */
    private static String username(Claims claims) {
        String known = claims.username() == null ? "" : claims.username().strip();
        int at = known.indexOf('@');
        return (at < 0 ? known : known.substring(0, at))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]", "-");
    }
}
