package fairnotice.notice;

import java.time.Instant;

/** What started a notice's clock, and when. */
public record Start(Instant at, By by) {

    /** The event; its name is the key of its words in the explanation of a deadline. */
    public enum By {
        SENT,
        RECEIVED,
        PRESUMED_RECEIVED,
        PUBLISHED,
        SERVED
    }
}
