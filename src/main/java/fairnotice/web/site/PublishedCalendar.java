package fairnotice.web.site;

import fairnotice.calendar.CalendarEntries;
import fairnotice.calendar.CalendarEntry;
import fairnotice.mail.PublicAddress;
import fairnotice.notice.NoticeDates;
import fairnotice.web.site.PublicChange.State;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The standard last days of a list's upcoming changes, and of those that went first, for calendar programs that follow it (RFC 5545). An
 * entry is dated by its change, so that the same dates are the same bytes.
 */
@Component
class PublishedCalendar {

    private final CalendarEntries entries;
    private final AnnouncedWords words;
    private final MessageSource messages;
    private final PublicAddress address;

    PublishedCalendar(CalendarEntries entries, AnnouncedWords words, MessageSource messages, PublicAddress address) {
        this.entries = entries;
        this.words = words;
        this.messages = messages;
        this.address = address;
    }

    byte[] of(ListView list) {
        return entries.write(list.told().stream()
                .filter(change -> change.dates() != null)
                .filter(change -> change.state() == State.ANNOUNCED || change.wasToldAfterwards())
                .map(change -> entry(list, change))
                .toList());
    }

    private CalendarEntry entry(ListView list, PublicChange change) {
        NoticeDates dates = change.dates();
        return new CalendarEntry(
                change.reference() + "@" + URI.create(address.base()).getHost(),
                change.name() + " (" + change.reference() + ", "
                        + list.register().name() + ")",
                change.wasToldAfterwards()
                        ? words.toldAfterwards(change, change.reason())
                        : words.waiting(list.register(), change, list.today()),
                address.to("/r/" + list.register().id() + "/changes/" + change.reference()),
                List.of(
                        new CalendarEntry.Day("objection", said("site.calendar.objection"), dates.objectionsClose()),
                        new CalendarEntry.Day("notice", said("site.calendar.notice"), dates.noticeEnds())),
                change.updatedAt());
    }

    private String said(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
