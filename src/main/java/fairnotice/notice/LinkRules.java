package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Period;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Until when the signed links to a notice open it (decision record 19). */
final class LinkRules {

    /** After everything that the notice was sent for is over for its customer. */
    static final Period AFTER_THE_END = Period.days(90);

    /** After a new link was sent. */
    static final Period RENEWED = Period.days(30);

    private LinkRules() {}

    /**
     * The last day of the links that were sent with the notice and its case.
     *
     * @param cases when each of the customer's cases about the change was over for it; empty for one that is open
     * @return never before {@link #earliestEnd}; empty while the change, the notice or a case is not over
     */
    static Optional<Deadline> end(Notice notice, VendorChange change, List<Optional<Instant>> cases, ZoneId zone) {
        List<Optional<Instant>> ends = Stream.concat(
                        Stream.of(Optional.of(notice.givenAt()), over(change), over(notice, change)), cases.stream())
                .toList();
        return ends.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : ends.stream()
                        .map(Optional::get)
                        .max(Instant::compareTo)
                        .map(last -> Deadline.following(AFTER_THE_END, last, zone));
    }

    /** The last day on which the links open their notice, whatever has become of its change and cases. */
    static Deadline earliestEnd(Notice notice, ZoneId zone) {
        return Deadline.following(AFTER_THE_END, notice.givenAt(), zone);
    }

    static Deadline renewed(Instant at, ZoneId zone) {
        return Deadline.following(RENEWED, at, zone);
    }

    private static Optional<Instant> over(VendorChange change) {
        return change.state().isEnded()
                ? Stream.of(change.announcedAt(), change.publishedAt(), change.updatedAt())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                : Optional.empty();
    }

    /** Of a notice that another round or the end of the change has taken the place of, nothing runs any more. */
    private static Optional<Instant> over(Notice notice, VendorChange change) {
        boolean counts = change.state() != ChangeState.WITHDRAWN
                && change.state() != ChangeState.REJECTED
                && change.state() != ChangeState.UNLISTED
                && notice.round() == change.round().number();
        if (!counts) {
            return Optional.of(notice.givenAt());
        }
        return notice.dates() == null
                ? Optional.ofNullable(notice.boundUntil())
                : Stream.of(notice.dates().noticeEnds(), notice.dates().objectionsClose())
                        .map(Deadline::lastMoment)
                        .max(Instant::compareTo);
    }
}
