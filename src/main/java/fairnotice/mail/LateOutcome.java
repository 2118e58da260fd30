package fairnotice.mail;

/**
 * An outcome that came after its message's first.
 *
 * @param id its place in the queue
 * @param message names its message for people: {@code message 12.7}; its outcomes are told in the order in which they came
 */
public record LateOutcome(long id, String message) {}
