package fairnotice.mail;

import java.util.List;

/** The mailings with messages that could not be written; the same on every node. */
public interface UnwrittenMailings {

    /** The oldest first, at most a few hundred. */
    List<UnwrittenMailing> all();
}
