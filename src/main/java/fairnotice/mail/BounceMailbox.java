package fairnotice.mail;

import fairnotice.mailserver.Encryption;
import java.time.Duration;

/**
 * The IMAP mailbox (RFC 9051) that delivery reports and answers come to.
 *
 * @param identity another one whenever the mailbox is changed
 * @param folder usually {@code INBOX}
 * @param poll real time between two looks into it
 */
public record BounceMailbox(
        String identity,
        String host,
        int port,
        Encryption encryption,
        String username,
        String password,
        String folder,
        Duration poll) {

    /** {@code imap} or {@code imaps} */
    public String protocol() {
        return encryption == Encryption.TLS ? "imaps" : "imap";
    }

    @Override
    public String toString() {
        return protocol() + "://" + username + "@" + host + ":" + port + "/" + folder;
    }
}
