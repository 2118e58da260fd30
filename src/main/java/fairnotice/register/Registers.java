package fairnotice.register;

import java.util.List;
import java.util.Optional;

/** All registers, each with its policy in force. */
public interface Registers {

    List<Register> all();

    Optional<Register> find(String id);

    /** @throws java.util.NoSuchElementException with a sentence naming the id */
    Register getById(String id);

    /** A policy as it was when an announcement froze its version. */
    NoticePolicy policy(String register, int version);
}
