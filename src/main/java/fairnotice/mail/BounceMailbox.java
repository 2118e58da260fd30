package fairnotice.mail;

import java.time.Duration;

/**
 * The IMAP mailbox (RFC 9051) that delivery reports and answers come to.
 *
 * @param protocol {@code imap} or {@code imaps}
 * @param folder usually {@code INBOX}
 * @param poll real time between two looks into it
 */
public record BounceMailbox(
        String protocol, String host, int port, String username, String password, String folder, Duration poll) {

    @Override
    public String toString() {
        return protocol + "://" + username + "@" + host + ":" + port + "/" + folder;
    }
}
