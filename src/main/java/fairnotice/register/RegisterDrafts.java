package fairnotice.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Registers that are being typed. */
public interface RegisterDrafts {

    /** Saved last first. */
    List<RegisterDraft> all();

    Optional<RegisterDraft> find(long id);

    /** @return its id */
    long add(RegisterDraft.Content content, String by, Instant at);

    /** @return false where somebody saved it since */
    boolean save(long id, int seen, RegisterDraft.Content content, String by, Instant at);

    void remove(long id);
}
