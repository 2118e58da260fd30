package fairnotice.web.site;

import fairnotice.calendar.CalendarEntries;
import fairnotice.calendar.CalendarEntry;
import fairnotice.calendar.Deadline;
import fairnotice.notice.NoticeDates;
import fairnotice.publisher.PublicAddress;
import fairnotice.web.Phrases;
import fairnotice.web.site.PublicChange.State;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The standard last days of a list's upcoming changes, and of those that went first, for calendar programs that follow it (RFC 5545). An
 * entry is dated by its change, so that the same dates are the same bytes.
 */
@Component
class PublishedCalendar {

    private final CalendarEntries entries;
    private final AnnouncedWords words;
    private final Phrases phrases;
    private final PublicAddress address;

    PublishedCalendar(CalendarEntries entries, AnnouncedWords words, Phrases phrases, PublicAddress address) {
        this.entries = entries;
        this.words = words;
        this.phrases = phrases;
        this.address = address;
    }

    byte[] of(ListView list) {
        return entries.write(list.told().stream()
                .filter(change -> isTakenBack(change) || isUpcoming(change))
                .map(change -> isTakenBack(change) ? takenBack(list, change) : entry(list, change))
                .toList());
    }

    private static boolean isUpcoming(PublicChange change) {
        return change.dates() != null && (change.state() == State.ANNOUNCED || change.wasToldAfterwards());
    }

    /** What somebody took into a calendar once is cancelled there, and not only left out of the file. */
    private static boolean isTakenBack(PublicChange change) {
        return change.wasAnnounced() && (change.state().isGivenUp() || change.state() == State.REVISED);
    }

    /** On the day it was taken back: its own days are nobody's any more. */
    private CalendarEntry takenBack(ListView list, PublicChange change) {
        ZoneId zone = list.register().zone();
        Deadline day = Deadline.on(LocalDate.ofInstant(change.updatedAt(), zone), zone);
        return entry(list, change, words.noLonger(list.register(), change), new NoticeDates(day, day), true);
    }

    private CalendarEntry entry(ListView list, PublicChange change) {
        return entry(
                list,
                change,
                change.wasToldAfterwards()
                        ? words.toldAfterwards(change, change.reasonInWords(), list.today())
                        : words.waiting(list.register(), change, list.today()),
                change.dates(),
                false);
    }

    private CalendarEntry entry(
            ListView list, PublicChange change, String description, NoticeDates dates, boolean takenBack) {
        return new CalendarEntry(
                change.reference() + "@" + URI.create(address.base()).getHost(),
                change.name() + " (" + change.reference() + ", "
                        + list.register().name() + ")",
                description,
                address.to("/r/" + list.register().id() + "/changes/" + change.reference()),
                List.of(
                        new CalendarEntry.Day(
                                        "objection", phrases.said("site.calendar.objection"), dates.objectionsClose())
                                .cancelledIf(takenBack),
                        new CalendarEntry.Day("notice", phrases.said("site.calendar.notice"), dates.noticeEnds())
                                .cancelledIf(takenBack)),
                change.updatedAt());
    }
}
