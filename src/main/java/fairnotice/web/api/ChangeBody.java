package fairnotice.web.api;

import fairnotice.change.ChangeState;
import fairnotice.change.Track;
import fairnotice.mail.MessageCounts;
import fairnotice.notice.NoticeCounts;
import fairnotice.objection.ObjectionCounts;
import fairnotice.register.ChangeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A change and where it stands, in its present round. Times are UTC; what has not happened is null.
 *
 * @param track null until the table of tracks has been asked
 * @param trackReason the rule that gave the track
 * @param toCheck what its reviewer is asked to read again, since it may contradict the change: of a MODIFY what its entry says, or keeps from the
 *     list, of doing without it; null for nothing
 * @param newFacts what makes it material whatever its proposer said
 * @param objectionsCloseAt when the last of the windows closes; null before the announcement, like {@code noticeEndsAt}
 * @param goLiveAt when use may begin, by all clocks and the day wished for or postponed to
 * @param soSince where it is a correction of the list: the day since which what it states has been so; null for any other change
 * @param postponedTo first day of use chosen by legal, in the register's zone
 */
record ChangeBody(
        String reference,
        String register,
        ChangeKind kind,
        ChangeState state,
        int round,
        Track track,
        String trackReason,
        String toCheck,
        List<String> newFacts,
        String proposedBy,
        Instant proposedAt,
        Instant announcedAt,
        Instant objectionsCloseAt,
        Instant noticeEndsAt,
        Instant goLiveAt,
        LocalDate soSince,
        LocalDate postponedTo,
        Instant publishedAt,
        NoticeCounts notices,
        MessageCounts messages,
        ObjectionTotals objections,
        ProposedChange proposal) {

    /** How many objections there are, and how many of them are not settled. */
    record ObjectionTotals(long open, long total) {

        static ObjectionTotals of(ObjectionCounts counts) {
            return new ObjectionTotals(counts.open(), counts.total());
        }
    }
}
