package fairnotice.clearance;

/**
 * What the list and a customer's own notice of a change mean for its clearance, objections apart. {@code docs/clearance.md} publishes this
 * table, and a test holds the two together.
 */
enum NoticeRule {
    /** Only what is published is used. */
    NOT_LISTED(false, "It is not on the published list."),
    /** A removal ends the use, for everybody. */
    REMOVED(false, "It is not on the published list any more."),
    /** The list that the agreement was signed with (GDPR art. 28(2): prior written authorisation). */
    FIRST_VERSION(true, "It was on the list when the register was first published."),
    /** A new name or address of a vendor brings no new processing (track UNANNOUNCED). */
    UNANNOUNCED(true, "The change needed no notice."),
    /** Withdrawing what is in use proposes its removal. */
    GIVEN_UP(false, "The change was withdrawn after it had gone live; its removal is due."),
    /** Unless the pending change was shown to it before it signed. */
    SHOWN(true, "The change was shown to the customer before it signed."),
    /** It signed under a list that had the entry. */
    ARRIVED_LATER(true, "It became a customer after the change had gone live."),
    /** Policy, audience: neither told nor may it object. */
    OWED_NO_NOTICE(true, "It was owed no notice of the change and might not object."),
    /** Invariant 1. */
    NOTICE_ENDED(true, "Its own notice of the change has ended."),
    /** Invariant 1: who was left out, or reached late, stays uncleared until its own notice has ended. */
    NOTICE_RUNS(false, "Its own notice of the change runs until the end of {day} ({zone})."),
    /** Invariant 1. */
    LEFT_OUT(false, "The change went live without this customer, which has not been reached."),
    /** A customer nobody could reach is not cleared, also of a change that went first. */
    UNREACHED(false, "Its notice of the change has not started: none of its contacts could be reached."),
    /** Invariant 1. */
    NOT_STARTED(false, "Its notice of the change has not started."),
    /** Invariant 2: its terms allow it, or leave the policy's word, which has the exception. */
    WENT_FIRST(true, "The change is security-critical and went first, as the customer's agreement allows."),
    /** Invariant 2: notice and window in full before it counts. */
    WENT_FIRST_RUNS(
            false,
            "The change went first, which its agreement does not allow; its own notice and window run until the end of {day} ({zone})."),
    /** The same, before its notice was given. */
    WENT_FIRST_UNTOLD(
            false, "The change went first, which its agreement does not allow, and it has had no notice yet.");

    private final boolean clears;
    private final String sentence;

    NoticeRule(boolean clears, String sentence) {
        this.clears = clears;
        this.sentence = sentence;
    }

    boolean clears() {
        return clears;
    }

    String sentence() {
        return sentence;
    }
}
