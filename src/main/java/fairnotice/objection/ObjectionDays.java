package fairnotice.objection;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.mail.Email;
import fairnotice.refusal.Phrase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last days of a customer in its case, for its calendar: to act, and of an exemption it has accepted. */
@Service
public class ObjectionDays {

    private final ReadingObjection reading;
    private final ObjectionContexts contexts;
    private final ObjectionTimes times;
    private final AttachedDays enclosed;

    ObjectionDays(ReadingObjection reading, ObjectionContexts contexts, ObjectionTimes times, AttachedDays enclosed) {
        this.reading = reading;
        this.contexts = contexts;
        this.times = times;
        this.enclosed = enclosed;
    }

    /** What was to be done and no longer is, is cancelled on the day it had, in earlier cases about the change too. */
    @Transactional(readOnly = true)
    public List<Day> of(Objection objection) {
        ObjectionContext context = contexts.of(reading.asOfNow(objection));
        List<Day> days = new ArrayList<>(ofCase(context));
        context.beside().earlier().stream()
                .flatMap(earlier -> over(earlier).stream())
                .filter(day -> days.stream().noneMatch(other -> isSame(day, other)))
                .forEach(days::add);
        return days;
    }

    private List<Day> ofCase(ObjectionContext context) {
        List<Day> days = new ArrayList<>();
        toAct(context.objection(), context.zone()).ifPresent(days::add);
        exemption(context).ifPresent(exempted -> days.add(exemption(exempted, context)));
        return days;
    }

    /** The last day of an exemption that was agreed about an earlier change of the same vendor; empty for one without. */
    @Transactional(readOnly = true)
    public Optional<Day> ofHeld(VendorChange change, long customer) {
        return contexts.held(change, customer)
                .filter(held -> held.terms().exemptUntil() != null)
                .map(held -> exemption(
                        held.exempted(),
                        after(held.terms(), Phrase.of("said.yours").said())));
    }

    private static boolean isSame(Day one, Day other) {
        return one.key().equals(other.key()) && one.matter().equals(other.matter());
    }

    /** What was to be done in a case that is over. */
    private Optional<Day> over(Objection objection) {
        ZoneId zone = contexts.zone(objection);
        return times.lastGiven(objection)
                .map(given -> day(given.state(), given.until(), zone)
                        .of(contexts.calendarId(objection))
                        .cancelledIf(true));
    }

    /** A letter with these days as the case stands, for the calendars of those who have taken them before. */
    Email enclosedIn(Email letter, Objection objection) {
        return enclosed.in(letter, objection, ofCase(contexts.of(reading.asOfNow(objection))));
    }

    /** The same for a letter about the very step that its customer had to take: the day for it is taken back. */
    public Email takenBackIn(Email letter, Objection objection) {
        return enclosed.in(letter, objection, over(objection).stream().toList());
    }

    /** The newest case that ended with an exemption for some time, whichever the case is that is shown. */
    private static Optional<Objection> exemption(ObjectionContext newest) {
        return newest.beside().upTo().stream()
                .filter(each ->
                        each.state() == ObjectionState.EXEMPTED && each.offer().until() != null)
                .findFirst();
    }

    /** The end of an exemption changes nothing while a later objection is open, and no longer matters once that or an agreement has taken its place. */
    private Day exemption(Objection exempted, ObjectionContext newest) {
        String note = newest.objection().isSettled()
                ? newest.of(exempted)
                        .terms()
                        .map(terms -> after(terms, yours(newest)))
                        .orElse(null)
                : Phrase.of("said.day.open", newest.objection().reference()).said();
        boolean replaced =
                newest.beside().hasOvertaken(exempted) || newest.hasEndedStanding() || newest.isKeptAwayByEarlier();
        return exemption(exempted, note).cancelledIf(replaced);
    }

    private Day exemption(Objection exempted, String note) {
        ZoneId zone = contexts.zone(exempted);
        return new Day(
                        "exemption",
                        Phrase.of("said.day.exemption").said(),
                        Deadline.on(exempted.offer().until(), zone))
                .noted(note)
                .of(contexts.calendarId(exempted));
    }

    /** What follows the last day of an exemption. */
    private static String after(OfferTerms terms, String yours) {
        return terms.usedSince() != null
                ? Phrase.of("said.day.used-since", yours, ObjectionEmails.day(terms.usedSince(), terms.zone()))
                        .said()
                : Phrase.of("said.day.used-from", yours, ObjectionEmails.day(terms.useFrom(), terms.zone()))
                        .said();
    }

    /** What its exemption is about: what goes on, where orders were terminated. */
    private static String yours(ObjectionContext newest) {
        return Phrase.of(newest.isForOthers() ? "said.yours.others" : "said.yours")
                .said();
    }

    private Optional<Day> toAct(Objection objection, ZoneId zone) {
        boolean waits = toDo(objection.state()) != null && objection.dueAt() != null && !objection.isSettled();
        return waits
                ? Optional.of(day(objection.state(), objection.dueAt(), zone).of(contexts.calendarId(objection)))
                : over(objection);
    }

    /** The last day of a customer that has the turn in that state. */
    static Day day(ObjectionState state, Instant until, ZoneId zone) {
        return new Day("case", toDo(state), Deadline.endingAt(until, zone));
    }

    private static String toDo(ObjectionState state) {
        return switch (state) {
            case OFFERED, REFUSED, TERMINATION_OFFERED ->
                Phrase.of("said.day." + state).said();
            default -> null;
        };
    }
}
