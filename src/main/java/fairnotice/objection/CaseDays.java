package fairnotice.objection;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Deadline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last days of a customer in its case, for its calendar: to act, and of an exemption it has accepted. */
@Service
public class CaseDays {

    private final ReadingCase reading;
    private final CaseFile file;

    CaseDays(ReadingCase reading, CaseFile file) {
        this.reading = reading;
        this.file = file;
    }

    /** None once the case is closed without an exemption. */
    @Transactional(readOnly = true)
    public List<Day> of(Objection objection) {
        Objection asOfNow = reading.asOfNow(objection);
        ZoneId zone = file.policy(objection).zone();
        List<Day> days = new ArrayList<>();
        toDo(asOfNow)
                .filter(what -> asOfNow.dueAt() != null && !asOfNow.isSettled())
                .ifPresent(what -> days.add(new Day("case", what, Deadline.endingAt(asOfNow.dueAt(), zone))));
        if (asOfNow.state() == ObjectionState.EXEMPTED && asOfNow.offer().until() != null) {
            days.add(new Day(
                    "exemption",
                    "Last day of your exemption",
                    Deadline.on(asOfNow.offer().until(), zone)));
        }
        return days;
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
