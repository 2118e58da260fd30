package fairnotice.clearance;

import fairnotice.refusal.Phrase;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the list and a customer's own notice of a change mean for its clearance, objections apart. {@code docs/clearance.md} publishes this
 * table, and a test holds the two together.
 */
enum NoticeRule {
    /** Only what is published is used. */
    NOT_LISTED(false),
    /** A removal ends the use, for everybody. */
    REMOVED(false),
    /** The list that the agreement was signed with (GDPR art. 28(2): prior written authorisation). */
    FIRST_VERSION(true),
    /** A new name or address of a vendor brings no new processing (track UNANNOUNCED). */
    UNANNOUNCED(true),
    /** Withdrawing what is in use proposes its removal. */
    GIVEN_UP(false),
    /** Unless the pending change was shown to it before it signed. */
    SHOWN(true),
    /** It signed under a list that had the entry. */
    ARRIVED_LATER(true),
    /** Policy, audience: neither told nor may it object. */
    OWED_NO_NOTICE(true),
    /** Invariant 1. */
    NOTICE_ENDED(true),
    /** Invariant 1: who was left out, or reached late, stays uncleared until its own notice has ended. */
    NOTICE_RUNS(false),
    /** Invariant 1. */
    LEFT_OUT(false),
    /** A customer nobody could reach is not cleared, also of a change that went first. */
    UNREACHED(false),
    /** Invariant 1. */
    NOT_STARTED(false),
    /** Invariant 2: its terms allow it, or leave the policy's word, which has the exception. */
    WENT_FIRST(true),
    /** Invariant 2: notice and window in full before it counts. */
    WENT_FIRST_RUNS(false),
    /** The same, before its notice was given. */
    WENT_FIRST_UNTOLD(false);

    private final boolean clears;

    NoticeRule(boolean clears) {
        this.clears = clears;
    }

    boolean clears() {
        return clears;
    }

    /** Its sentence. @param lastDay null where it speaks of no day, in the zone */
    Phrase sentence(LocalDate lastDay, ZoneId zone) {
        String key = "clearance.notice." + this;
        return lastDay == null ? Phrase.of(key) : Phrase.of(key, lastDay, zone.getId());
    }

    Phrase sentence() {
        return sentence(null, null);
    }
}
