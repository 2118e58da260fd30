package fairnotice.objection;

import fairnotice.calendar.CalendarEntries;
import fairnotice.calendar.CalendarEntry;
import fairnotice.calendar.Deadline;
import fairnotice.mail.Attachment;
import fairnotice.publisher.PublicAddress;
import fairnotice.refusal.Phrase;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * The calendar entry that goes with a receipt: by when the objection is answered. Whatever answers it takes the entry back, or puts the
 * publisher's next last day in its place.
 */
@Service
class ReceiptEntry {

    private static final String ANSWER = "answer";
    private static final Phrase TO_ANSWER = Phrase.of("said.day.ASSESSMENT");

    private final CalendarEntries entries;
    private final SettlementDates dates;
    private final PublicAddress address;
    private final Registers registers;

    ReceiptEntry(CalendarEntries entries, SettlementDates dates, PublicAddress address, Registers registers) {
        this.entries = entries;
        this.dates = dates;
        this.address = address;
        this.registers = registers;
    }

    Attachment of(Objection objection, NoticePolicy policy, Instant now) {
        return enclosure(objection, policy, false, now);
    }

    /** Takes the entry back: the objection was answered, or needs no answer any more. */
    Attachment takenBack(Objection objection, NoticePolicy policy, Instant now) {
        return enclosure(objection, policy, true, now);
    }

    /** The publisher's last day as the case stands, under the name of the one that was sent before, so that it replaces that. */
    Attachment next(Objection objection, NoticePolicy policy, Instant now) {
        return enclosure(
                objection,
                new CalendarEntry.Day(
                        ANSWER, awaited(objection.state()), Deadline.endingAt(objection.dueAt(), policy.zone())),
                now);
    }

    private static String awaited(ObjectionState state) {
        return switch (state) {
            case AWAITING_OFFER, CONTESTED -> Phrase.of("said.day." + state).said();
            default -> TO_ANSWER.said();
        };
    }

    private Attachment enclosure(Objection objection, NoticePolicy policy, boolean takenBack, Instant now) {
        Deadline answer = dates.answer(
                policy,
                objection.receivedAt(),
                registers.getById(objection.register()).name());
        return enclosure(
                objection, new CalendarEntry.Day(ANSWER, TO_ANSWER.said(), answer).cancelledIf(takenBack), now);
    }

    private Attachment enclosure(Objection objection, CalendarEntry.Day day, Instant now) {
        CalendarEntry entry = new CalendarEntry(
                objection.reference() + "@" + URI.create(address.base()).getHost(),
                objection.reference() + " (" + objection.change() + ")",
                Phrase.of("said.day.of-objection", objection.reference(), objection.change())
                        .said(),
                null,
                List.of(day),
                now);
        return new Attachment(objection.reference() + ".ics", CalendarEntries.TYPE, entries.write(List.of(entry)));
    }
}
