package fairnotice.objection;

import static fairnotice.objection.ObjectionState.EXEMPTED;
import static fairnotice.objection.ObjectionState.LAPSED;
import static fairnotice.objection.ObjectionState.NOT_AGREED;
import static fairnotice.objection.ObjectionState.REFUSED;
import static fairnotice.objection.ObjectionState.RESOLVED;

import fairnotice.register.Settlement.Cure;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a customer's objections to one change still count, once it has agreed to something about that change. Its latest agreement takes
 * the place of what was agreed before, and settles what ended without one: not what was refused because of its sender, which was never the
 * customer's. What came after that agreement counts, and so does a termination, whenever it was elected.
 */
public final class AgreementRules {

    private static final Set<ObjectionState> WITHOUT_AGREEMENT = EnumSet.of(NOT_AGREED, LAPSED, REFUSED);

    private AgreementRules() {}

    /** Whether its customer has accepted an offer. */
    public static boolean isAgreement(Objection objection) {
        return objection.state() == RESOLVED || objection.state() == EXEMPTED;
    }

    /** Whether its customer has accepted a safeguard, without which the vendor may not be used for it. */
    public static boolean isOnSafeguard(Objection objection) {
        return objection.state() == RESOLVED
                && objection.offer() != null
                && objection.offer().cure() == Cure.SAFEGUARD;
    }

    /** Whether an agreement that its customer makes later about the same change takes its place, or settles it. */
    public static boolean isSubjectToLater(Objection objection) {
        return isAgreement(objection) || hasEndedWithoutAgreement(objection);
    }

    /** @param newestFirst all of one customer to one change, or those up to one of them */
    public static List<Objection> counting(List<Objection> newestFirst) {
        return latestAgreement(newestFirst)
                .map(latest -> newestFirst.stream()
                        .filter(each -> each.id() >= latest.id() || !isSubjectToLater(each))
                        .toList())
                .orElse(newestFirst);
    }

    /** Of those that ended without agreement, the ones that an agreement in a case after them settles, oldest first. @param newestFirst those before it */
    static List<Objection> toBeSettled(List<Objection> newestFirst) {
        return counting(newestFirst).stream()
                .filter(AgreementRules::hasEndedWithoutAgreement)
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    /** The first agreement after that objection, which settles it or takes its place; empty for none. @param newestFirst all of its customer to its change */
    static Optional<Objection> settling(Objection objection, List<Objection> newestFirst) {
        return newestFirst.stream()
                .filter(each -> isSubjectToLater(objection) && isAgreement(each) && each.id() > objection.id())
                .reduce((later, earlier) -> earlier);
    }

    /** An exemption that was agreed about an earlier change, unless the customer agreed to something about this one since. @param own to this one */
    public static Optional<Objection> held(Optional<Objection> earlier, List<Objection> own) {
        return earlier.filter(held -> own.stream()
                .noneMatch(each -> isAgreement(each) && !each.settledAt().isBefore(held.settledAt())));
    }

    static Optional<Objection> latestAgreement(List<Objection> newestFirst) {
        return newestFirst.stream().filter(AgreementRules::isAgreement).findFirst();
    }

    private static boolean hasEndedWithoutAgreement(Objection objection) {
        return objection.isSettled()
                && WITHOUT_AGREEMENT.contains(objection.state())
                && !objection.isRefusedForItsSender();
    }
}
