package fairnotice.inbox;

import java.time.Instant;

/** A task that is over. @param by who completed it; null when the case moved on without it */
public record EndedTask(String by, Instant at) {}
