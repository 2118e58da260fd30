package fairnotice.limit.settings;

import fairnotice.limit.Allowance;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often strangers may cause something; each is given with {@code most} and {@code within}.
 *
 * @param mailClient mails to typed addresses, by one client
 * @param mailAddress the same, to one mailbox
 * @param mailAll the same, in all
 * @param signInDevice passwords for one name, on one device or from one client
 * @param signInClient passwords from one client
 * @param signInName passwords for one name, from clients it never signed in from
 * @param tokenClient unknown tokens from one client
 */
@ConfigurationProperties("fairnotice.limits")
record LimitSettings(
        Allowance mailClient,
        Allowance mailAddress,
        Allowance mailAll,
        Allowance signInDevice,
        Allowance signInClient,
        Allowance signInName,
        Allowance tokenClient) {

    LimitSettings {
        mailClient = or(mailClient, 20, Duration.ofHours(1));
        mailAddress = or(mailAddress, 5, Duration.ofDays(1));
        mailAll = or(mailAll, 2_000, Duration.ofHours(1));
        signInDevice = or(signInDevice, 10, Duration.ofMinutes(5));
        signInClient = or(signInClient, 30, Duration.ofMinutes(5));
        signInName = or(signInName, 100, Duration.ofHours(1));
        tokenClient = or(tokenClient, 30, Duration.ofMinutes(5));
    }

    private static Allowance or(Allowance set, int most, Duration within) {
        return set == null ? new Allowance(most, within) : set;
    }
}
