package fairnotice.objection;

import fairnotice.calendar.CalendarEntry;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Contact;
import fairnotice.mail.MessageState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The customer's times in a case: to answer an offer, to contest a refusal, to elect a termination. Each runs from when the letter that
 * speaks of it reached the customer, and waits while that has reached nobody. The caller holds the case.
 */
@Service
class ObjectionTimes {

    private final Objections objections;
    private final WrittenEmails written;
    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final ObjectionEmails letters;
    private final SettlementDates dates;
    private final ElapsedDates elapsed;
    private final ReceiptEntry receiptEntry;
    private final AttachedDays enclosed;

    ObjectionTimes(
            Objections objections,
            WrittenEmails written,
            ObjectionContexts contexts,
            ObjectionParties parties,
            ObjectionEmails letters,
            SettlementDates dates,
            ElapsedDates elapsed,
            ReceiptEntry receiptEntry,
            AttachedDays enclosed) {
        this.objections = objections;
        this.written = written;
        this.contexts = contexts;
        this.parties = parties;
        this.letters = letters;
        this.dates = dates;
        this.elapsed = elapsed;
        this.receiptEntry = receiptEntry;
        this.enclosed = enclosed;
    }

    /**
     * Writes the letter that starts the customer's time as the case stands, once. It states the last day as if it is handed over now.
     *
     * @return the end of the day that it states; empty when it was written before
     */
    Optional<Instant> write(Objection objection, Instant now) {
        return write(objection, until(objection, now), now);
    }

    /** The same at the end of a search that ended by itself: the time follows that without a gap, and the case holds its end already. */
    Optional<Instant> writeFollowing(Objection objection, Instant now) {
        return write(objection, objection.dueAt(), now);
    }

    private Optional<Instant> write(Objection objection, Instant stated, Instant now) {
        EmailKey key = EmailKey.awaited(objection)
                .orElseThrow(
                        () -> new IllegalStateException(objection.reference() + " awaits nothing of its customer"));
        if (written.find(key).isPresent()) {
            return Optional.empty();
        }
        Objection counted = objection.until(stated);
        List<Contact> to = byAddress(parties.contacts(objection));
        written.save(new WrittenEmail(key, now, counted.dueAt(), 0, null, null, List.of()));
        send(counted, key, 0, to, now);
        if (to.isEmpty()) {
            recount(objection, now);
        } else {
            keepMoved(objection, counted.dueAt());
        }
        return Optional.of(counted.dueAt());
    }

    /** Writes the letter that reached nobody once more, to one contact. */
    void writeAgain(Objection objection, WrittenEmail letter, Contact to, Instant now) {
        WrittenEmail again = letter.writtenAgain();
        written.save(again);
        send(objection.until(until(objection, now)), letter.key(), again.times(), List.of(to), now);
    }

    /**
     * Writes it once more to all contacts, who may have read nothing of it while the objection was nobody's own; their time is counted from when this
     * reaches them.
     *
     * @return whether they have a time
     */
    boolean writeAnew(Objection objection, Instant now) {
        Optional<WrittenEmail> letter = awaited(objection);
        letter.map(WrittenEmail::writtenAgain).ifPresent(again -> {
            written.save(again);
            Objection counted = objection.until(until(objection, now));
            send(counted, again.key(), again.times(), byAddress(parties.contacts(objection)), now);
            keepMoved(objection, counted.dueAt());
        });
        return letter.isPresent();
    }

    private void send(Objection counted, EmailKey key, int times, List<Contact> to, Instant now) {
        if (!to.isEmpty()) {
            letters.writeFollowed(counted, key, times, says(counted, now), to);
            written.saveContacts(
                    key,
                    to.stream()
                            .map(contact -> new ContactReached(contact.id(), MessageState.PENDING, now))
                            .toList());
        }
    }

    private EmailFacts says(Objection objection, Instant now) {
        EmailFacts until = EmailFacts.until(objection.dueAt())
                .and(letter -> enclosed.in(letter, objection, toAct(objection))
                        .enclosing(receiptEntry.takenBack(objection, contexts.policy(objection), now)));
        return switch (objection.state()) {
            case OFFERED ->
                until.withQuote(objection.offer().text())
                        .offering(contexts.of(objection).terms().orElseThrow());
            case REFUSED -> until.withQuote(objection.refusal());
            default ->
                until.withQuote(ThreadMessage.whyUnsettled(contexts.thread(objection)))
                        .with(Stream.concat(lapsedOffer(objection).stream(), ifNothingIsChosen(objection).stream())
                                .toList());
        };
    }

    private List<CalendarEntry.Day> toAct(Objection counted) {
        return List.of(ObjectionDays.day(counted.state(), counted.dueAt(), contexts.zone(counted))
                .of(contexts.calendarId(counted)));
    }

    /** From when the change may apply to a customer that lets its time to terminate orders pass; nothing where its letter says another thing. */
    List<EmailFact> ifNothingIsChosen(Objection objection) {
        return contexts.of(objection).useIfNothingIsChosen().stream()
                .map(day -> EmailFact.said("use-if-silent", () -> ObjectionEmails.day(day, contexts.zone(objection))))
                .toList();
    }

    /** The last day to answer its last offer, where nobody did. */
    List<EmailFact> lapsedOffer(Objection objection) {
        if (!ThreadMessage.isOfferUnanswered(contexts.thread(objection))) {
            return List.of();
        }
        return written.find(new EmailKey(objection.reference(), ObjectionEmail.OFFER, objection.offers())).stream()
                .flatMap(letter -> ReachRules.start(letter).map(start -> until(objection, letter, start)).stream())
                .map(end ->
                        EmailFact.said("offer-lapsed", () -> ObjectionEmails.lastDay(contexts.policy(objection), end)))
                .toList();
    }

    /** A mailing writes to an address once, compared without case. */
    private static List<Contact> byAddress(List<Contact> contacts) {
        Map<String, Contact> byAddress = new LinkedHashMap<>();
        contacts.forEach(contact -> byAddress.putIfAbsent(contact.email().toLowerCase(Locale.ROOT), contact));
        return List.copyOf(byAddress.values());
    }

    /** Takes what became of a letter to heart. @return whether the customer's last day moved by it */
    boolean heard(Objection objection, EmailKey key, Collection<ContactReached> heard, Instant now) {
        if (written.find(key).isEmpty()) {
            return false;
        }
        written.saveContacts(key, heard);
        boolean moved = recount(objection, now);
        if (moved && written.find(key).filter(letter -> letter.times() > 0).isPresent()) {
            tellReached(objection.reference());
        }
        return moved;
    }

    /** Tells whoever did not get the letter that starts its customer's time by when that ends, once it was served or written again. */
    void tellReached(String reference) {
        Objection objection = objections.getByReference(reference);
        Optional<WrittenEmail> letter = awaited(objection).filter(each -> objection.dueAt() != null);
        letter.ifPresent(reached -> letters.writeBut(
                reached.contacts().stream()
                        .filter(contact -> contact.state().reached())
                        .map(ContactReached::contact)
                        .collect(Collectors.toSet()),
                objection,
                ObjectionEmail.REACHED,
                reached(objection, reached)));
    }

    private EmailFacts reached(Objection objection, WrittenEmail letter) {
        ZoneId zone = contexts.zone(objection);
        LocalDate start = LocalDate.ofInstant(ReachRules.start(letter).orElseThrow(), zone);
        LocalDate last = Deadline.endingAt(objection.dueAt(), zone).lastDay();
        return EmailFacts.until(objection.dueAt())
                .with(List.of(
                        EmailFact.said("reached-on", () -> ObjectionEmails.day(start, zone)),
                        EmailFact.said(
                                "reached." + objection.state(),
                                () -> ObjectionEmails.lastDay(contexts.policy(objection), objection.dueAt()))))
                .numbered(Math.toIntExact(last.toEpochDay()))
                .and(mail -> enclosed.in(mail, objection, toAct(objection)));
    }

    /** Counts the customer's time anew from when its letter reached it. @return whether its last day moved */
    boolean recount(Objection objection, Instant now) {
        Optional<WrittenEmail> letter = awaited(objection);
        letter.ifPresent(each -> written.save(each.lost(now)));
        return letter.isPresent()
                && keepMoved(
                        objection,
                        ReachRules.start(letter.get())
                                .map(start -> until(objection, letter.get(), start))
                                .orElse(null));
    }

    /** Whether the customer's time cannot end, since the letter that starts it has reached nobody; its last day is void then. */
    boolean isWaiting(Objection objection) {
        boolean waiting = elapsed.isUnstarted(objection);
        if (waiting) {
            keepMoved(objection, null);
        }
        return waiting;
    }

    /** The last time that its customer had, whether or not it is over. @param until its end, as its letter stated it or as it was counted since */
    record Given(ObjectionState state, Instant until) {}

    /** Empty where no letter has given its customer a time. */
    Optional<Given> lastGiven(Objection objection) {
        return EmailKey.of(objection).stream()
                .flatMap(key -> written.find(key).stream())
                .max(Comparator.comparing(WrittenEmail::writtenAt))
                .map(letter -> new Given(
                        letter.key().state(),
                        ReachRules.start(letter)
                                .map(start -> until(objection, letter, start))
                                .orElse(letter.statedUntil())));
    }

    private boolean keepMoved(Objection objection, Instant until) {
        boolean moved = !Objects.equals(until, objection.dueAt());
        if (moved) {
            objections.save(objection.until(until));
        }
        return moved;
    }

    private Optional<WrittenEmail> awaited(Objection objection) {
        return EmailKey.awaited(objection).flatMap(written::find);
    }

    /** What the letter states holds when it reached the customer on the day it was written; later, the day on which it did counts. */
    private Instant until(Objection objection, WrittenEmail letter, Instant start) {
        ZoneId zone = contexts.zone(objection);
        boolean asStated = letter.times() == 0
                && LocalDate.ofInstant(start, zone).equals(LocalDate.ofInstant(letter.writtenAt(), zone));
        return asStated
                ? letter.statedUntil()
                : dates.due(contexts.policy(objection), letter.key().state(), start);
    }

    /** Whether of the customer's time less is left than has passed, when its letter was served then. */
    boolean isMoreThanHalfGone(Objection objection, WrittenEmail letter, Instant servedAt, Instant now) {
        return Deadline.endingAt(until(objection, letter, servedAt), contexts.zone(objection))
                .isMoreThanHalfGoneAt(now, servedAt);
    }

    /** The end of the customer's time when it starts then. */
    Instant until(Objection objection, Instant start) {
        if (EmailKey.awaited(objection).isEmpty()) {
            throw new IllegalStateException(objection.reference() + " awaits nothing of its customer");
        }
        return dates.due(contexts.policy(objection), objection.state(), start);
    }

    /** Whether the customer's time runs from its letter; a time to terminate orders may follow a search that ended by itself instead. */
    boolean runsFromLetter(Objection objection, Instant now) {
        Instant start = awaited(objection)
                .map(letter -> ReachRules.start(letter).orElse(letter.writtenAt()))
                .orElse(now);
        return until(objection, start).equals(objection.dueAt());
    }
}
