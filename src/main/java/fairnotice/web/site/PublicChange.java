package fairnotice.web.site;

import fairnotice.change.BeforeAndAfter;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.VendorChange;
import fairnotice.notice.NoticeDates;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryFact;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Subprocessor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A change as everybody may see it.
 *
 * @param entry what becomes of the entry that it touches
 * @param soSince where it is a correction of the list: the day since which what it states has been so; null for any other change
 * @param dates the standard ones; null when none run
 * @param policy the version the dates rest on; null when none run
 * @param earliestUse in the register's zone; null when none is foreseen
 * @param updatedAt when what it says last changed
 */
record PublicChange(
        String reference,
        ChangeKind kind,
        State state,
        String name,
        String replaces,
        Subprocessor vendor,
        BeforeAndAfter entry,
        String reason,
        Instant announcedAt,
        Instant publishedAt,
        LocalDate soSince,
        NoticeDates dates,
        NoticePolicy policy,
        LocalDate earliestUse,
        Instant updatedAt) {

    /** Where it stands, as far as everybody may know. */
    enum State {
        ANNOUNCED,
        REVISED,
        IN_EFFECT,
        WITHDRAWN,
        /** It was amended so that it involves no personal data: on record, and not announced anew. */
        UNLISTED;

        /** Whether nothing will come of what was announced. */
        public boolean isGivenUp() {
            return this == WITHDRAWN || this == UNLISTED;
        }
    }

    /** Why, in the language that is spoken. */
    public String reasonInWords() {
        return Proposal.keptReason(reason);
    }

    /** What is said of the entry. */
    public List<EntryFact> facts() {
        return EntryFact.inPublic(vendor);
    }

    /**
     * The vendor that the list no longer shows, and that may still be used for a customer for which this change has not taken effect; null
     * where there is none: a correction says what was so before.
     */
    public String stillUsed() {
        return kind == ChangeKind.REPLACE && state == State.IN_EFFECT && soSince == null ? replaces : null;
    }

    /** Whether anybody was ever asked about it. */
    boolean wasAnnounced() {
        return announcedAt != null || state == State.REVISED || state.isGivenUp();
    }

    /** Whether it was announced and is neither in effect nor withdrawn. */
    boolean isUnderWay() {
        return state == State.ANNOUNCED || state == State.REVISED;
    }

    /** Whether it went first and was announced after. */
    public boolean wasToldAfterwards() {
        return announcedAt != null && publishedAt != null && !announcedAt.isBefore(publishedAt);
    }

    /** Whether lists show it on a day: while it is under way, and for as long as history reaches back. */
    boolean isShownOn(LocalDate day, ZoneId zone) {
        return isUnderWay() || !LocalDate.ofInstant(updatedAt, zone).isBefore(ListView.historySince(day));
    }

    /**
     * Whether its page leads to the form for those without a link. Somebody's own window may be longer than the standard one, and what
     * comes late is kept: so for as long as lists show it.
     */
    boolean takesObjectionsOn(LocalDate day, ZoneId zone) {
        return isUnderWay() || state == State.IN_EFFECT && wasAnnounced() && isShownOn(day, zone);
    }

    /** Whether it could have been in effect before that day, and is not. */
    boolean isPastEarliestUseOn(LocalDate day) {
        return state == State.ANNOUNCED && earliestUse != null && earliestUse.isBefore(day);
    }

    /** Whether the standard window is over; somebody's own may be longer. */
    boolean isLateAt(Instant now) {
        return dates != null && dates.objectionsClose().isOverAt(now);
    }

    static PublicChange announced(
            VendorChange change, BeforeAndAfter entry, NoticeDates dates, NoticePolicy policy, LocalDate earliestUse) {
        boolean withdrawn = change.state() == ChangeState.WITHDRAWN;
        State state = change.isPublished() ? State.IN_EFFECT : State.ANNOUNCED;
        return of(
                change,
                change.proposal(),
                entry,
                withdrawn ? State.WITHDRAWN : state,
                withdrawn ? null : dates,
                withdrawn ? null : policy,
                withdrawn ? null : earliestUse);
    }

    /** On the list without an announcement of its own. */
    static PublicChange published(VendorChange change, BeforeAndAfter entry) {
        State state = change.state() == ChangeState.WITHDRAWN ? State.WITHDRAWN : State.IN_EFFECT;
        return of(change, change.proposal(), entry, state, null, null, null);
    }

    /** @param announced what was announced before the present round, which nobody outside has seen */
    static PublicChange revised(VendorChange change, Proposal announced, BeforeAndAfter entry) {
        return of(change, announced, entry, afterAmendment(change.state()), null, null, null);
    }

    private static State afterAmendment(ChangeState state) {
        if (state == ChangeState.UNLISTED) {
            return State.UNLISTED;
        }
        return state.isEnded() ? State.WITHDRAWN : State.REVISED;
    }

    private static PublicChange of(
            VendorChange change,
            Proposal proposal,
            BeforeAndAfter entry,
            State state,
            NoticeDates dates,
            NoticePolicy policy,
            LocalDate earliestUse) {
        return new PublicChange(
                change.reference(),
                proposal.kind(),
                state,
                proposal.subprocessor().name(),
                proposal.replaces(),
                proposal.subprocessor(),
                entry,
                proposal.reason(),
                change.announcedAt(),
                change.publishedAt(),
                change.isPublished() ? change.soSince() : null,
                dates,
                policy,
                earliestUse,
                change.updatedAt());
    }
}
