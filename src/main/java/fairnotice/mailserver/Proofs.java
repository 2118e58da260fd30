package fairnotice.mailserver;

import java.util.Optional;

/** The last time that mail was seen to work. */
public interface Proofs {

    /** Empty where it never was. */
    Optional<Proof> last();

    void save(Proof proof);
}
