package fairnotice.change;

/** The way a change takes; from the weakest promise kept to the strongest. */
public enum Track {
    /** No personal data: recorded, not listed. */
    UNLISTED,
    /** A new version with a history line and feed entry, no mail. */
    UNANNOUNCED,
    /** Security-critical: in use first, everybody told after, full windows from then. */
    EXPEDITED,
    /** Announced, and in use only when every notice has ended. */
    NOTICE;

    /** Whether each customer is written to. */
    public boolean isTold() {
        return this == NOTICE || this == EXPEDITED;
    }

    public boolean isWeakerThan(Track other) {
        return compareTo(other) < 0;
    }
}
