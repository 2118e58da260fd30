package fairnotice.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where registers are kept. What is read here is read anew, past what nodes remember. */
public interface StoredRegisters {

    /** Until the caller's transaction ends nobody else adds a register. */
    void lock();

    /** The register, held against others that would change it until the caller's transaction ends. */
    Optional<StoredRegister> lock(String id);

    Optional<StoredRegister> read(String id);

    List<Register> readAll();

    /** Keeps a register that is not known yet, with its policy. */
    void add(Register register, Origin origin, Instant at);

    /** Replaces the settings of a known register; a policy with a version not kept yet is kept beside the earlier ones. */
    void change(Register register, Instant at);

    /** From now on its file counts no more. */
    void takeOver(String id);
}
