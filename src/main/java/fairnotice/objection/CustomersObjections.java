package fairnotice.objection;

import fairnotice.calendar.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An objection among those of its customer to the same change.
 *
 * @param all of the customer to the change, newest first, with or without this one
 */
public record CustomersObjections(Objection objection, List<Objection> all) {

    List<Objection> others() {
        return all.stream().filter(each -> each.id() != objection.id()).toList();
    }

    /** Those before it. */
    List<Objection> earlier() {
        return all.stream().filter(each -> each.id() < objection.id()).toList();
    }

    List<Objection> upTo() {
        return Stream.concat(Stream.of(objection), earlier().stream()).toList();
    }

    /** Those before it that still count beside it. */
    List<Objection> earlierCounting() {
        return AgreementRules.counting(upTo()).stream()
                .filter(each -> each.id() < objection.id())
                .toList();
    }

    /** The newest up to this one in which orders were terminated. */
    public Optional<Objection> leaving() {
        return upTo().stream().filter(CustomersObjections::isLeaving).findFirst();
    }

    /** The end of the last of the orders that were terminated in earlier ones. */
    Optional<Instant> leftBefore() {
        return earlier().stream()
                .filter(CustomersObjections::hasLeavingDay)
                .map(Objection::leavesAt)
                .max(Instant::compareTo);
    }

    /** Until when the customer may object to what was amended while this one, or one before it, was open. */
    Optional<Instant> amendedOpenUntil() {
        return AmendedWhileOpen.until(AgreementRules.counting(upTo()));
    }

    /** Numbers of the earlier ones that ended without an agreement, and that accepting an offer in this one settles. */
    public List<String> alsoSettled() {
        return AgreementRules.toBeSettled(earlier()).stream()
                .map(Objection::reference)
                .toList();
    }

    /** Number of the later one whose agreement settles this one, or takes the place of what was agreed in it. */
    public Optional<String> settledBy() {
        return AgreementRules.settling(objection, all).map(Objection::reference);
    }

    /** Whether what was agreed in that one no longer counts beside this one, since another agreement took its place. */
    boolean hasOvertaken(Objection agreed) {
        return agreed.id() != objection.id()
                && (AgreementRules.isAgreement(objection)
                        || earlierCounting().stream().noneMatch(each -> each.id() == agreed.id()));
    }

    /** Those in the same round that came in time and take nothing from the customer, oldest first. */
    List<Objection> takingNothing() {
        return all.stream()
                .filter(each -> each.round() == objection.round() && each.takesNothing() && !each.late())
                .sorted(Comparator.comparing(Objection::id))
                .toList();
    }

    /** The newest that takes something from the customer, where this one takes nothing or is an exemption; else it is this one. */
    Optional<Objection> newestOfItsOwn() {
        boolean mayBeFollowed = objection.takesNothing() || objection.state() == ObjectionState.EXEMPTED;
        return mayBeFollowed && objection.customer() != null
                ? all.stream().filter(each -> !each.takesNothing()).findFirst()
                : Optional.of(objection);
    }

    /** Whether what the customer agreed to last, in this one or before it, is a safeguard. */
    public boolean isOnSafeguard() {
        return AgreementRules.latestAgreement(upTo())
                .filter(AgreementRules::isOnSafeguard)
                .isPresent();
    }

    static boolean isLeaving(Objection objection) {
        return objection.state() == ObjectionState.TERMINATED || objection.state() == ObjectionState.TERMINATING;
    }

    static boolean hasLeavingDay(Objection objection) {
        return isLeaving(objection) && objection.leavesAt() != null;
    }

    /** Whether it ever kept the change away: no comment does, and none that was filed again before it is admitted. */
    static boolean hasStood(Objection objection) {
        return !objection.again() && objection.state() != ObjectionState.COMMENT;
    }

    /** The first day after one that kept the change away; empty where it never did, and where that has no end. */
    static Optional<LocalDate> freeFrom(Objection closed, ZoneId zone) {
        if (!hasStood(closed)) {
            return Optional.empty();
        }
        if (closed.state() == ObjectionState.EXEMPTED && closed.offer().until() != null) {
            return Optional.of(Deadline.on(closed.offer().until(), zone).dayAfter());
        }
        Optional<Instant> end =
                isLeaving(closed) ? Optional.ofNullable(closed.leavesAt()) : ObjectionEnds.end(closed, zone);
        return end.map(at -> LocalDate.ofInstant(at, zone));
    }
}
