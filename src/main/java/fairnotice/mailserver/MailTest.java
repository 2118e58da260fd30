package fairnotice.mailserver;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;

/**
 * A test mail from the sender of a register to its reply address. All instants are legal time.
 *
 * @param token stands in its Message-ID; nobody can guess it
 * @param relay identity of the relay it is handed to, and {@code mailbox} of the mailbox it is to come back to; null where there was none
 * @param askedBy null where it was made by itself
 * @param sending what came of handing it over; null before
 * @param returnedAt when it was seen in the mailbox; null before
 * @param bouncedAt when a delivery report said that it could not be delivered, in the words of {@code bounce}; null where none did
 * @param mailboxFault why the mailbox could not be read when it was last tried; null where it could
 * @param records what DNS says of the sender; null before it was asked
 * @param signature that it bore when it came back; null before
 */
@RecordBuilder
public record MailTest(
        long id,
        UUID token,
        String register,
        String relay,
        String mailbox,
        String sender,
        String recipient,
        String askedBy,
        Instant askedAt,
        Sending sending,
        Instant returnedAt,
        Instant bouncedAt,
        String bounce,
        String mailboxFault,
        SenderRecords records,
        Signature signature) {

    /** Begins the Message-ID of every test mail. */
    public static final String MARK = "fairnotice-test.";

    /**
     * What came of handing it over.
     *
     * @param encryption protocol and cipher, "TLSv1.3, TLS_AES_256_GCM_SHA384"; null where nothing was encrypted, or no connection came about
     * @param acceptedAt null where it was not accepted
     * @param reply what the relay said last; null where it said nothing
     * @param failure null where it was accepted
     * @param detail what the failure is about, in the words of whatever failed: a name, a certificate's subject; may be null
     */
    public record Sending(String encryption, Instant acceptedAt, String reply, TestFailure failure, String detail) {

        public static Sending accepted(String encryption, Instant at, String reply) {
            return new Sending(encryption, at, reply, null, null);
        }

        public static Sending failed(String encryption, TestFailure failure, String reply, String detail) {
            return new Sending(encryption, null, reply, failure, detail);
        }
    }

    MailTest sending(Sending what) {
        return MailTestBuilder.builder(this).sending(what).build();
    }

    MailTest returned(Instant at, Signature how) {
        return MailTestBuilder.builder(this).returnedAt(at).signature(how).build();
    }

    MailTest records(SenderRecords found) {
        return MailTestBuilder.builder(this).records(found).build();
    }

    /** Of the address that it comes from. */
    public String senderDomain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }

    MailTest bounced(Instant at, String words) {
        return MailTestBuilder.builder(this).bouncedAt(at).bounce(words).build();
    }

    MailTest mailbox(String fault) {
        return MailTestBuilder.builder(this).mailboxFault(fault).build();
    }

    public boolean isAccepted() {
        return sending != null && sending.acceptedAt() != null;
    }

    /** Whether everything was seen that shows that its servers work. */
    boolean isProof() {
        return isAccepted() && (mailbox == null || returnedAt != null);
    }
}
