package fairnotice.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that is its bytes: the mail client streams them, and composes nothing. */
final class WholeMessage extends SMTPMessage {

    private final byte[] bytes;

    WholeMessage(Composer.Composed composed) {
        super((jakarta.mail.Session) null);
        this.bytes = composed.bytes();
        setEnvelopeFrom(composed.from());
    }

    @Override
    public void saveChanges() {
        // The bytes are final.
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(bytes);
    }
}
