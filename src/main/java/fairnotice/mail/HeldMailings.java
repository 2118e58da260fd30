package fairnotice.mail;

import java.util.List;
import java.util.Optional;

/** The mailings that wait because the relay refuses us; the same on every node. */
public interface HeldMailings {

    /** Those held longest first. */
    List<HeldMailing> all();

    Optional<HeldMailing> find(long mailing);
}
