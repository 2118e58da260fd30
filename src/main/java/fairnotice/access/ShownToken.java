package fairnotice.access;

/**
 * A token as it is used.
 *
 * @param holder its owner, with what the token may do of what they may do now
 * @param readOnly whether it changes nothing
 * @param over whether it has expired, so that it does nothing at all
 */
public record ShownToken(Staff holder, boolean readOnly, boolean over) {}
