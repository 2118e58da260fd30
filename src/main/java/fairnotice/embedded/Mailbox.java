package fairnotice.embedded;

import java.util.List;

/** Every message the embedded mail server took, for people to look at; there only when no real relay is configured. */
public interface Mailbox {

    /**
     * At most a thousand messages, newest first.
     *
     * @param address only those to this address, compared without case; null for all
     */
    List<Received> to(String address);
}
