package fairnotice.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which register a subject belongs to: a change, an objection or a termination by its reference, a register by its id. Others, such as
 * a member of staff or a key, belong to none.
 */
public interface Subjects {

    /** @return the id of its register; empty when there is no such subject, or it belongs to none */
    Optional<String> register(String subject);

    /** The same for each of these, in one query; those that belong to none are left out. */
    Map<String, String> registers(Collection<String> subjects);
}
