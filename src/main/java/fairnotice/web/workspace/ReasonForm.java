package fairnotice.web.workspace;

/**
 * A step that needs a reason, and for a postponement a day.
 *
 * @param to as {@code <input type="date">} sends it
 */
public record ReasonForm(String reason, String to) {}
