package fairnotice.objection;

import fairnotice.notice.Notice;
import fairnotice.notice.WindowClosing;
import fairnotice.notice.WindowsClosedByObjections;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What a customer's case has made of its window to object, as the case stands now. */
@Service
class ObjectionsThatCloseWindows implements WindowsClosedByObjections {

    private final Objections objections;
    private final ReadingObjection reading;
    private final ObjectionContexts contexts;

    ObjectionsThatCloseWindows(Objections objections, ReadingObjection reading, ObjectionContexts contexts) {
        this.contexts = contexts;
        this.objections = objections;
        this.reading = reading;
    }

    @Override
    public Map<Long, WindowClosing> of(Collection<Notice> notices) {
        List<Objection> cases = cases(notices).stream().map(reading::asOfNow).toList();
        Set<Long> leftWhole = contexts.leftWhole(
                cases.stream().filter(ObjectionsThatCloseWindows::isLeaving).toList());
        Map<Long, WindowClosing> closings = new HashMap<>();
        notices.forEach(notice -> cases.stream()
                .filter(each -> each.change().equals(notice.reference()) && each.customer() == notice.customer())
                .filter(each -> !isLeaving(each) || leftWhole.contains(each.id()))
                .filter(each -> !each.isSettled() || each.round() == notice.round())
                .map(each -> closing(each, closes(notice, each)))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(closing -> closings.put(notice.id(), closing)));
        return closings;
    }

    /** Of those that left other orders nothing is closed: for these the day still counts. */
    private static boolean isLeaving(Objection objection) {
        return closing(objection) == WindowClosing.TERMINATION;
    }

    /** Newest first: one query for all customers of one change, and one for all changes of one customer. */
    private List<Objection> cases(Collection<Notice> notices) {
        Set<String> changes = notices.stream().map(Notice::reference).collect(Collectors.toSet());
        Set<Long> customers = notices.stream().map(Notice::customer).collect(Collectors.toSet());
        return changes.size() == 1
                ? objections.ofCustomers(changes.iterator().next(), customers)
                : customers.stream()
                        .flatMap(customer -> objections.ofCustomer(customer, changes).stream())
                        .toList();
    }

    /**
     * Null where the day still counts: for a comment, once the customer took its objection back before that day was past, since it may object
     * again in time, and for one that takes nothing, since it was not the customer's own, or could not
     * be to what was amended. The window of one that came late was over by itself.
     */
    static WindowClosing closing(Objection objection) {
        return closing(objection, objection.windowClosesAt());
    }

    /** @param closes when the window of its customer's notice does, which an amendment makes later than the one it was filed in */
    private static WindowClosing closing(Objection objection, Instant closes) {
        if (objection.late()
                || objection.takesNothing()
                || objection.leavesAmended()
                || objection.canBecomeItsCustomers()) {
            return null;
        }
        return switch (objection.state()) {
            case UNMATCHED, DECLINED, COMMENT -> null;
            case WITHDRAWN -> wasOpenAt(closes, objection) ? WindowClosing.OBJECTION_WITHDRAWN : null;
            case ASSESSMENT, AWAITING_OFFER, OFFERED, CONTESTED, TERMINATION_OFFERED -> WindowClosing.OBJECTION;
            case REFUSED -> objection.isSettled() ? WindowClosing.REFUSAL : WindowClosing.OBJECTION;
            case RESOLVED, EXEMPTED -> WindowClosing.SETTLEMENT;
            case TERMINATING, TERMINATED -> WindowClosing.TERMINATION;
            case NOT_AGREED -> WindowClosing.NO_AGREEMENT;
            case LAPSED -> WindowClosing.LAPSE;
            case MOOT -> WindowClosing.WITHDRAWAL;
        };
    }

    /** Whether it was still open when its customer's window to object ended. */
    private static boolean wasOpenAt(Instant closes, Objection withdrawn) {
        return closes != null && !withdrawn.settledAt().isBefore(closes);
    }

    private static Instant closes(Notice notice, Objection objection) {
        return notice.dates() == null
                ? objection.windowClosesAt()
                : notice.dates().objectionsClose().endsAt();
    }
}
