package fairnotice.register;

import java.time.Instant;

/** Where registers are kept once they were loaded. */
public interface StoredRegisters {

    /** Keeps a register that is not known yet, with its policy. */
    void add(Register register, Instant at);

    /** Replaces the settings of a known register; a policy with a version not kept yet is kept beside the earlier ones. */
    void change(Register register, Instant at);
}
