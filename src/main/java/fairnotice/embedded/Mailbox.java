package fairnotice.embedded;

import java.util.List;
import java.util.Optional;

/** Every message the embedded mail server took, for people to look at; there only when no real relay is configured. */
public interface Mailbox {

    /**
     * At most a thousand messages, newest first.
     *
     * @param address only those to this address, compared without case; null for all
     */
    List<Received> to(String address);

    /**
     * The same as a list shows them, for which none is read whole.
     *
     * @param address only those to this address, compared without case; null for all
     */
    List<Headed> headed(String address);

    /** Empty when the message is gone. */
    Optional<Received> open(Headed message);

    /**
     * The content of a file that came with a message.
     *
     * @param number its place among the message's enclosures, from 0
     * @return empty when the message is gone, or has no such file
     */
    Optional<byte[]> enclosed(Received message, int number);
}
