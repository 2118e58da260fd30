package fairnotice.access;

import java.time.Instant;
import java.util.Map;

/**
 * A token as its owner sees it; nobody sees its text again.
 *
 * @param id names it in a form; nobody can act with it
 * @param within see {@link NewToken}
 * @param made real time, like the others
 * @param used when it was used last, to the minute; null for never
 * @param over whether it has expired
 */
public record KeptToken(
        long id,
        String name,
        boolean readOnly,
        Map<Role, Scope> within,
        Instant made,
        Instant expires,
        Instant used,
        boolean over) {}
