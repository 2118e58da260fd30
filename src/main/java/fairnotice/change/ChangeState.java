package fairnotice.change;

import java.util.EnumSet;
import java.util.Set;

/** Where a vendor change stands. */
public enum ChangeState {
    IN_REVIEW,
    SECOND_APPROVAL,
    RETURNED,
    REJECTED,
    SCHEDULED,
    ANNOUNCING,
    IN_NOTICE,
    DECIDING,
    POSTPONED,
    PUBLISHED,
    UNLISTED,
    WITHDRAWN;

    private static final Set<ChangeState> ENDED = EnumSet.of(REJECTED, PUBLISHED, UNLISTED, WITHDRAWN);
    private static final Set<ChangeState> BEFORE_ANNOUNCEMENT =
            EnumSet.of(IN_REVIEW, SECOND_APPROVAL, RETURNED, REJECTED, SCHEDULED);

    /** Whether nothing can happen to it any more. */
    public boolean isEnded() {
        return ENDED.contains(this);
    }

    /** Whether the audience of the present round has not yet been written to. */
    public boolean isBeforeAnnouncement() {
        return BEFORE_ANNOUNCEMENT.contains(this);
    }
}
