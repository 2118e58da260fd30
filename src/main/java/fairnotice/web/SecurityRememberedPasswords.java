package fairnotice.web;

import fairnotice.access.Credential;
import fairnotice.access.KnownDevices;
import fairnotice.access.StaffDirectory;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * A password that comes with every request, as in HTTP Basic, is hashed once and then recognised for some minutes, where it came from the same
 * client for the same name. Nothing is kept of it but a digest under a key that ends with the process. The account is read each time: its end,
 * another password and other roles count at once.
 */
final class SecurityRememberedPasswords implements AuthenticationProvider {

    private static final long KEPT = Duration.ofMinutes(5).toNanos();
    private static final int MOST = 1_000;

    /** Fewer than there are processors, so that pages go on while strangers have passwords hashed. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AuthenticationProvider passwords;
    private final StaffDirectory directory;
    private final KnownDevices devices;
    private final LongSupplier nanos;
    private final Duration patience;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final byte[] key = KeyGenerators.secureRandom(32).generateKey();
    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    });

    /**
     * What is known of a name at a client.
     *
     * @param digest of the password that was right; null once too many others were tried there
     * @param device what makes the client one of the name's, with a limit of its own
     */
    private record Known(byte[] digest, int epoch, long since, String device) {}

    SecurityRememberedPasswords(AuthenticationProvider passwords, StaffDirectory directory, KnownDevices devices) {
        this(passwords, directory, devices, System::nanoTime, PATIENCE);
    }

    /** @param nanos real time, like {@link System#nanoTime} */
    SecurityRememberedPasswords(
            AuthenticationProvider passwords,
            StaffDirectory directory,
            KnownDevices devices,
            LongSupplier nanos,
            Duration patience) {
        this.passwords = passwords;
        this.directory = directory;
        this.devices = devices;
        this.nanos = nanos;
        this.patience = patience;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String where = tried.getName() + "\n"
                + SecurityOrigin.client(tried.getDetails()).network();
        byte[] digest = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(where + "\n" + tried.getCredentials());
        Authentication recognised = recognised(tried, where, digest);
        if (recognised != null) {
            return recognised;
        }
        waitForTurn();
        try {
            Authentication meanwhile = recognised(tried, where, digest);
            return meanwhile != null ? meanwhile : checked(tried, where, digest);
        } finally {
            hashing.release();
        }
    }

    /** Null where it has to be hashed. */
    private Authentication recognised(Authentication tried, String where, byte[] digest) {
        Known there = known.get(where);
        if (there == null || nanos.getAsLong() - there.since > KEPT || !MessageDigest.isEqual(digest, there.digest)) {
            return null;
        }
        Credential credential = directory.credential(tried.getName()).orElse(null);
        if (credential == null || credential.disabled() || credential.epoch() != there.epoch) {
            return null;
        }
        return proven(tried, new SecurityAccount(credential));
    }

    private Authentication checked(Authentication tried, String where, byte[] digest) {
        Known there = known.get(where);
        UsernamePasswordAuthenticationToken asked =
                UsernamePasswordAuthenticationToken.unauthenticated(tried.getName(), tried.getCredentials());
        asked.setDetails(new SecurityOrigin(address(tried), there == null ? null : there.device));
        try {
            Authentication right = passwords.authenticate(asked);
            if (right.getPrincipal() instanceof SecurityAccount account) {
                String device = there == null ? devices.remember(tried.getName()) : there.device;
                known.put(where, new Known(digest, account.epoch(), nanos.getAsLong(), device));
                return proven(tried, account);
            }
            return right;
        } catch (SecurityPasswords.TooManyAttempts tooMany) {
            if (there != null) {
                known.put(where, new Known(null, there.epoch, there.since, there.device));
            }
            throw tooMany;
        }
    }

    private static String address(Authentication tried) {
        return tried.getDetails() instanceof WebAuthenticationDetails origin ? origin.getRemoteAddress() : null;
    }

    private static Authentication proven(Authentication tried, SecurityAccount account) {
        UsernamePasswordAuthenticationToken proven =
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        account.eraseCredentials();
        proven.setDetails(tried.getDetails());
        return proven;
    }

    private void waitForTurn() {
        try {
            if (!hashing.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw SecurityPasswords.TooManyAttempts.atOnce(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SecurityPasswords.TooManyAttempts.atOnce(patience);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
