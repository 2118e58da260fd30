package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import java.util.Optional;

/** Which mailbox is read now; asked before each look. */
interface Mailboxes {

    /** Empty while there is none. */
    Optional<BounceMailbox> current();
}
