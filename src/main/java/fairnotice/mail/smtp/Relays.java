package fairnotice.mail.smtp;

import java.util.Optional;

/** Where messages are handed to now; asked before each of them, so it answers at once. */
public interface Relays {

    /** Empty while there is none: messages wait. */
    Optional<Relay> current();
}
