package fairnotice.objection;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last days of a customer in its case, for its calendar: to act, and of an exemption it has accepted. */
@Service
public class CaseDays {

    private static final Set<ObjectionState> AFTER_TERMINATION_OFFER =
            EnumSet.of(ObjectionState.LAPSED, ObjectionState.TERMINATING, ObjectionState.TERMINATED);

    private final ReadingCase reading;
    private final CaseFile file;
    private final Clock clock;

    CaseDays(ReadingCase reading, CaseFile file, Clock clock) {
        this.reading = reading;
        this.file = file;
        this.clock = clock;
    }

    /** What was to be done and no longer is, is cancelled. */
    @Transactional(readOnly = true)
    public List<Day> of(Objection objection) {
        Instant now = clock.instant();
        Objection asOfNow = reading.asOfNow(objection);
        ZoneId zone = file.policy(objection).zone();
        List<Day> days = new ArrayList<>();
        Optional<String> toDo = toDo(asOfNow).filter(what -> asOfNow.dueAt() != null && !asOfNow.isSettled());
        if (toDo.isPresent()) {
            days.add(new Day("case", toDo.get(), Deadline.endingAt(asOfNow.dueAt(), zone)));
        } else if (hadToAct(asOfNow)) {
            Instant at = asOfNow.isSettled() ? asOfNow.settledAt() : now;
            days.add(new Day("case", "Last day to act", Deadline.on(LocalDate.ofInstant(at, zone), zone))
                    .cancelledIf(true));
        }
        if (asOfNow.state() == ObjectionState.EXEMPTED && asOfNow.offer().until() != null) {
            LocalDate until = asOfNow.offer().until();
            String after = file.terms(asOfNow, now).map(CaseDays::after).orElse("");
            days.add(new Day("exemption", "Last day of your exemption", new Deadline(until, zone, after)));
        }
        return days;
    }

    /** What follows the last day of an exemption. */
    private static String after(OfferTerms terms) {
        return terms.usedSince() != null
                ? "The vendor may be used for your data since " + CaseLetters.day(terms.usedSince(), terms.zone()) + "."
                : "After this day the change may take effect for your data, from "
                        + CaseLetters.day(terms.useFrom(), terms.zone())
                        + " at the earliest. If you want the exemption to continue, write to us before it ends: without our consent"
                        + " it ends on this day.";
    }

    /** Whether its customer has had the turn, so that an earlier file may have a day for it. */
    private static boolean hadToAct(Objection objection) {
        return objection.offers() > 0
                || objection.refusal() != null
                || toDo(objection).isPresent()
                || AFTER_TERMINATION_OFFER.contains(objection.state());
    }

    private static Optional<String> toDo(Objection objection) {
        return switch (objection.state()) {
            case OFFERED -> Optional.of("Last day to answer the offer");
            case REFUSED -> Optional.of("Last day to appeal");
            case TERMINATION_OFFERED -> Optional.of("Last day to terminate orders");
            default -> Optional.empty();
        };
    }
}
