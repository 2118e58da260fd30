package fairnotice.register;

import java.time.Instant;

/**
 * What one administrator asked for of a register and another has to confirm.
 *
 * @param id 0 for one that is to be written
 * @param epoch of the register that was looked at
 * @param wanted its settings and its promise as they would be
 * @param askedBy user name
 * @param askedAt legal time
 */
public record RegisterRequest(long id, String register, int epoch, Register wanted, String askedBy, Instant askedAt) {}
