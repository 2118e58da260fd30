package fairnotice.access;

import java.time.Instant;

/**
 * An app that shows codes, as it stands beside an account.
 *
 * @param sealed its secret; see {@link SealedSecrets}
 * @param since real time
 * @param recoveryCodes how many are unused
 */
public record SecondFactor(String username, String sealed, Instant since, int recoveryCodes) {

    /** Says nothing of the secret, wherever it is logged. */
    @Override
    public String toString() {
        return "second-factor " + username;
    }
}
