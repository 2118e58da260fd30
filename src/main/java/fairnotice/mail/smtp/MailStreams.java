package fairnotice.mail.smtp;

import jakarta.mail.util.StreamProvider;

/**
 * The encoders of the mail library. It searches the whole class path for them at every call, which takes longer than all the rest of a
 * message, unless this property names them.
 */
final class MailStreams {

    private static final StreamProvider PROVIDER = StreamProvider.provider();

    static {
        System.setProperty(StreamProvider.class.getName(), PROVIDER.getClass().getName());
    }

    private MailStreams() {}

    static StreamProvider provider() {
        return PROVIDER;
    }
}
