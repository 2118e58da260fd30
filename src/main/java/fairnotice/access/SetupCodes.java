package fairnotice.access;

import java.util.Optional;

/** The one code that is open. */
public interface SetupCodes {

    /** Wrong tries until it is void. */
    int TRIES = 10;

    /** Opens that code in place of any other. The same again keeps the tries that were made at it. */
    void open(SetupCode code);

    /**
     * Takes a try before anything is compared, so that many at once are no more than one after the other; in a transaction of its own.
     *
     * @return the digest of the open code; empty when there is none, or too many were wrong
     */
    Optional<String> take();

    /** Gives back the try of whoever knew the code; in a transaction of its own. */
    void giveBack();

    /** Closes it, in the caller's transaction. Whoever comes at the same time waits. @return whether it was open until now */
    boolean close();
}
