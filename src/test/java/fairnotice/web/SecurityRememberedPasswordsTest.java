package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.access.Credential;
import fairnotice.access.KnownDevices;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** When a password that comes with every request is hashed. */
class SecurityRememberedPasswordsTest {

    private static final String HOME = "192.0.2.1";

    /** The devices that each hashed password was said to come from; null for none. */
    private final List<String> hashed = new ArrayList<>();

    private final CountDownLatch free = new CountDownLatch(1);
    private Credential account = account(3, Role.FINANCE);
    private boolean exhausted;
    private boolean slow;
    private long nanos;
    private final SecurityRememberedPasswords passwords =
            new SecurityRememberedPasswords(hashing(), directory(), devices(), () -> nanos, Duration.ofMillis(20));

    @Test
    void what_was_right_is_hashed_once_for_five_minutes() {
        for (int n = 0; n < 300; n++) {
            assertThat(tried("right", HOME).isAuthenticated()).isTrue();
        }
        nanos = Duration.ofMinutes(5).toNanos();
        tried("right", HOME);
        assertThat(hashed).hasSize(1);

        nanos++;
        tried("right", HOME);
        assertThat(hashed).containsExactly(null, "device-1");
    }

    @Test
    void another_password_and_another_client_are_no_repetition() {
        tried("right", HOME);

        assertThatThrownBy(() -> tried("wrong", HOME)).isInstanceOf(BadCredentialsException.class);
        tried("right", "192.0.2.2");

        assertThat(hashed).as("each by a client's own limit").containsExactly(null, "device-1", null);
    }

    @Test
    void roles_count_as_they_are_and_an_end_or_another_password_at_once() {
        assertThat(roles(tried("right", HOME))).containsExactly("ROLE_FINANCE");

        account = new Credential(staff(Role.LEGAL), "hash", false, 3, false);
        assertThat(roles(tried("right", HOME))).containsExactly("ROLE_LEGAL");
        assertThat(hashed).hasSize(1);

        account = account(4, Role.LEGAL);
        tried("right", HOME);
        assertThat(hashed).hasSize(2);

        account = new Credential(staff(Role.LEGAL), "hash", true, 4, false);
        assertThatThrownBy(() -> tried("right", HOME)).isInstanceOf(BadCredentialsException.class);
        assertThat(hashed).hasSize(3);
    }

    @Test
    void too_many_wrong_ones_from_the_same_client_end_it_so_that_it_cannot_be_guessed_at() {
        tried("right", HOME);
        exhausted = true;

        assertThatThrownBy(() -> tried("wrong", HOME)).isInstanceOf(SecurityPasswords.TooManyAttempts.class);
        assertThatThrownBy(() -> tried("right", HOME)).isInstanceOf(SecurityPasswords.TooManyAttempts.class);
        exhausted = false;
        tried("right", HOME);

        assertThat(hashed)
                .as("it stays a client of the name")
                .containsExactly(null, "device-1", "device-1", "device-1");
    }

    @Test
    void who_waits_too_long_to_be_hashed_is_told_when_to_come_again_and_who_is_known_does_not_wait() throws Exception {
        tried("right", HOME);
        slow = true;
        int all = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        ExecutorService others = Executors.newFixedThreadPool(all);
        try {
            List<Future<?>> busy = new ArrayList<>();
            for (int n = 0; n < all; n++) {
                busy.add(others.submit(() -> tried("right", "192.0.2.9")));
            }
            while (hashed.size() <= all) {
                Thread.onSpinWait();
            }

            assertThat(tried("right", HOME).isAuthenticated()).isTrue();
            assertThatThrownBy(() -> tried("wrong", HOME))
                    .isInstanceOfSatisfying(
                            SecurityPasswords.TooManyAttempts.class,
                            many -> assertThat(many.seconds()).isEqualTo(1))
                    .hasMessage("Too many passwords are being checked at this moment; try again in a minute.");
            free.countDown();
            for (Future<?> each : busy) {
                each.get();
            }
        } finally {
            free.countDown();
            others.shutdownNow();
        }
    }

    private Authentication tried(String password, String from) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.unauthenticated("fin", password);
        token.setDetails(new WebAuthenticationDetails(from, null));
        return passwords.authenticate(token);
    }

    private static List<String> roles(Authentication proven) {
        return proven.getAuthorities().stream().map(Object::toString).toList();
    }

    private AuthenticationProvider hashing() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication tried) {
                synchronized (hashed) {
                    hashed.add(((SecurityOrigin) tried.getDetails()).device());
                }
                await();
                if (exhausted) {
                    throw new SecurityPasswords.TooManyAttempts("passwords", Duration.ofSeconds(9));
                }
                if (account.disabled() || !"right".equals(tried.getCredentials())) {
                    throw new BadCredentialsException("wrong");
                }
                SecurityAccount who = new SecurityAccount(account);
                return UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities());
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return true;
            }
        };
    }

    private void await() {
        try {
            if (slow) {
                free.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StaffDirectory directory() {
        return (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(),
                new Class<?>[] {StaffDirectory.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "credential" -> Optional.of(account);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static KnownDevices devices() {
        return new KnownDevices() {
            private int given;

            @Override
            public String remember(String username) {
                given++;
                return "device-" + given;
            }

            @Override
            public Optional<String> recognise(String username, String shown) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Credential account(int epoch, Role role) {
        return new Credential(staff(role), "hash", false, epoch, false);
    }

    private static Staff staff(Role role) {
        return new Staff("fin", "Fin", "fin@example.com", Set.of(role));
    }
}
