package fairnotice.notice;

import fairnotice.refusal.Phrase;
import java.time.Instant;

/** What started a notice's clock, and when. */
public record Start(Instant at, By by) {

    /** The event, in words that follow "from". */
    public enum By {
        SENT,
        RECEIVED,
        PRESUMED_RECEIVED,
        PUBLISHED,
        SERVED;

        public String words() {
            return Phrase.of("said.start." + name()).english();
        }
    }
}
