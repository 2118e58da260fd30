package fairnotice.limit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How often passwords and tokens may be tried.
 *
 * @param device for one name on a device where that name signed in before; also for one name from one client
 * @param client from one client, whatever the names
 * @param name for one name from all clients it never signed in from
 * @param tokens unknown tokens from one client
 */
public record SignInLimits(Allowance device, Allowance client, Allowance name, Allowance tokens) {

    /** Where the name signed in before: nobody else can use it up. */
    public List<Limit> known(String name, String deviceId) {
        return List.of(Limit.of("sign-in/device", spelled(name) + "\n" + deviceId, device));
    }

    /** Anywhere else. */
    public List<Limit> unknown(String name, Client from) {
        return List.of(
                Limit.of("sign-in/name-client", spelled(name) + "\n" + from.network(), device),
                Limit.of("sign-in/client", from.network(), client),
                Limit.of("sign-in/name", spelled(name), this.name));
    }

    public List<Limit> token(Client from) {
        return List.of(Limit.of("token/client", from.network(), tokens));
    }

    /**
     * A link to the address of the account. Each works for an hour and two are sent within one, so that whoever is sent no more has one that
     * works for half an hour at least: nobody can keep the owner of the mailbox out by asking for them.
     */
    public static List<Limit> link(String name) {
        return List.of(Limit.of("sign-in-link/name", spelled(name), new Allowance(2, Duration.ofHours(1))));
    }

    /** The link itself, which opens once. */
    public static List<Limit> linkUsed(String link) {
        return List.of(Limit.of("sign-in-link/used", link, new Allowance(1, Duration.ofHours(1))));
    }

    /** A link to choose another password, which works for an hour as well. */
    public static List<Limit> passwordLink(String name) {
        return List.of(Limit.of("password-link/name", spelled(name), new Allowance(2, Duration.ofHours(1))));
    }

    /**
     * A code after the right password. Where the name signed in before, its tries are its own; elsewhere whoever has the password shares them, so
     * that the owner is kept out of new browsers alone.
     *
     * @param where the browser or session; null for one that is not known
     */
    public static List<Limit> code(String name, String where) {
        return where == null
                ? List.of(Limit.of("second-factor/name", spelled(name), new Allowance(20, Duration.ofHours(1))))
                : List.of(Limit.of(
                        "second-factor/device", spelled(name) + "\n" + where, new Allowance(10, Duration.ofHours(1))));
    }

    /** The own password once more, asked of whoever is signed in. */
    public static List<Limit> ownPassword(String name, String session) {
        return List.of(Limit.of(
                "own-password/session", spelled(name) + "\n" + session, new Allowance(10, Duration.ofHours(1))));
    }

    private static String spelled(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
