package fairnotice.objection;

import fairnotice.calendar.CalendarEntries;
import fairnotice.calendar.CalendarEntry;
import fairnotice.mail.Attachment;
import fairnotice.mail.Email;
import fairnotice.notice.NoticeEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The customer's last days in its case, as a calendar that goes with a letter which starts, moves or ends one: under the names that they
 * have in the calendar of the customer's own page, so that either replaces the other.
 */
@Service
class AttachedDays {

    private final ObjectionContexts contexts;
    private final NoticeEntry entry;
    private final CalendarEntries entries;

    AttachedDays(ObjectionContexts contexts, NoticeEntry entry, CalendarEntries entries) {
        this.contexts = contexts;
        this.entry = entry;
        this.entries = entries;
    }

    /** The letter as it is where there is no such day. */
    Email in(Email letter, Objection objection, List<CalendarEntry.Day> days) {
        return Optional.ofNullable(objection.customer())
                .filter(customer -> !days.isEmpty())
                .flatMap(customer -> contexts.notice(objection.change(), customer))
                .map(notice -> entry.entry(notice, contexts.of(objection).change(), days))
                .map(dated -> letter.enclosing(new Attachment(
                        objection.change() + ".ics", CalendarEntries.TYPE, entries.write(List.of(dated)))))
                .orElse(letter);
    }
}
