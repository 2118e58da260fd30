package fairnotice.inbox;

import java.time.Instant;

/**
 * A task that is over.
 *
 * @param reference of the case it was about
 * @param kind null when the case moved on without it
 * @param by who completed it; null when the case moved on without it
 * @param outcome which of its outcomes was chosen; null when that is not known
 */
public record EndedTask(String reference, TaskKind kind, String by, String outcome, Instant at) {}
