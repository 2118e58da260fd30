package fairnotice.objection;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.mail.Email;
import fairnotice.refusal.Phrase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last days of a customer in its case, for its calendar: to act, and of an exemption it has accepted. */
@Service
public class ObjectionDays {

    private final ReadingObjection reading;
    private final ObjectionContext file;
    private final ObjectionTimes times;
    private final AttachedDays enclosed;
    private final Clock clock;

    ObjectionDays(
            ReadingObjection reading, ObjectionContext file, ObjectionTimes times, AttachedDays enclosed, Clock clock) {
        this.reading = reading;
        this.file = file;
        this.times = times;
        this.enclosed = enclosed;
        this.clock = clock;
    }

    /** What was to be done and no longer is, is cancelled on the day it had, in earlier cases about the change too. */
    @Transactional(readOnly = true)
    public List<Day> of(Objection objection) {
        List<Day> days = new ArrayList<>(ofCase(objection));
        file.earlier(objection).stream()
                .flatMap(earlier -> over(earlier).stream())
                .filter(day -> days.stream().noneMatch(other -> isSame(day, other)))
                .forEach(days::add);
        return days;
    }

    private List<Day> ofCase(Objection objection) {
        Instant now = clock.instant();
        Objection asOfNow = reading.asOfNow(objection);
        ZoneId zone = file.policy(objection).zone();
        List<Day> days = new ArrayList<>();
        toAct(asOfNow, zone).ifPresent(days::add);
        exemption(asOfNow).ifPresent(exempted -> days.add(exemption(exempted, asOfNow, now)));
        return days;
    }

    /** The last day of an exemption that was agreed about an earlier change of the same vendor; empty for one without. */
    @Transactional(readOnly = true)
    public Optional<Day> ofHeld(VendorChange change, long customer) {
        return file.held(change, customer)
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
        ZoneId zone = file.policy(objection).zone();
        return times.lastGiven(objection)
                .map(given -> day(given.state(), given.until(), zone)
                        .of(file.calendarId(objection))
                        .cancelledIf(true));
    }

    /** A letter with these days as the case stands, for the calendars of those who have taken them before. */
    Email enclosedIn(Email letter, Objection objection) {
        return enclosed.in(letter, objection, ofCase(objection));
    }

    /** The same for a letter about the very step that its customer had to take: the day for it is taken back. */
    public Email takenBackIn(Email letter, Objection objection) {
        return enclosed.in(letter, objection, over(objection).stream().toList());
    }

    /** The newest case that ended with an exemption for some time, whichever the case is that is shown. */
    private Optional<Objection> exemption(Objection newest) {
        return Stream.concat(Stream.of(newest), file.earlier(newest).stream())
                .filter(each ->
                        each.state() == ObjectionState.EXEMPTED && each.offer().until() != null)
                .findFirst();
    }

    /** The end of an exemption changes nothing while a later objection is open, and no longer matters once that or an agreement has taken its place. */
    private Day exemption(Objection exempted, Objection newest, Instant now) {
        String note = newest.isSettled()
                ? file.terms(exempted, now)
                        .map(terms -> after(terms, yours(newest)))
                        .orElse(null)
                : Phrase.of("said.day.open", newest.reference()).said();
        boolean replaced =
                file.isOvertaken(exempted, newest) || file.hasEndedStanding(newest) || file.isKeptAwayByEarlier(newest);
        return exemption(exempted, note).cancelledIf(replaced);
    }

    private Day exemption(Objection exempted, String note) {
        ZoneId zone = file.policy(exempted).zone();
        return new Day(
                        "exemption",
                        Phrase.of("said.day.exemption").said(),
                        Deadline.on(exempted.offer().until(), zone))
                .noted(note)
                .of(file.calendarId(exempted));
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
    private String yours(Objection newest) {
        return Phrase.of(file.isForOthers(newest) ? "said.yours.others" : "said.yours")
                .said();
    }

    private Optional<Day> toAct(Objection objection, ZoneId zone) {
        boolean waits = toDo(objection.state()) != null && objection.dueAt() != null && !objection.isSettled();
        return waits
                ? Optional.of(day(objection.state(), objection.dueAt(), zone).of(file.calendarId(objection)))
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
