package fairnotice.mail;

import java.time.Instant;

/** The messages that never arrived, and were not yet sent again. */
public interface FailedMessages {

    /** How many. */
    record Counts(long refused, long bounced) {

        public static final Counts NONE = new Counts(0, 0);

        public boolean any() {
            return refused + bounced > 0;
        }
    }

    Counts counts(long mailing);

    /**
     * Makes those of the mailing pending again, unless it was cancelled. They keep their Message-IDs.
     *
     * @return how many
     */
    long sendAgain(long mailing, Instant at);
}
