package fairnotice.notice;

import java.time.Instant;

/** What started a notice's clock, and when. */
public record Start(Instant at, By by) {

    /** The event, in words that follow "from". */
    public enum By {
        SENT("the day the notice was sent"),
        RECEIVED("the day the notice was received"),
        PRESUMED_RECEIVED("the day the notice counts as received"),
        PUBLISHED("the day the change was published on the register's page"),
        SERVED("the day the notice was served by letter or in person");

        private final String words;

        By(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
