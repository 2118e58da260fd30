package fairnotice.calendar;

import java.util.List;

/** Writes dates, in the language that is spoken, so that calendar programs can take them (iCalendar, RFC 5545). */
public interface CalendarEntries {

    /** The content type of what is written. */
    String TYPE = "text/calendar; charset=UTF-8";

    /** How many days before each last day a calendar program reminds its owner. */
    int REMINDED_BEFORE = 2;

    /**
     * An event for each day, all day long and not keeping anyone busy, with a reminder. Such a day has no zone of its own (RFC 5545,
     * section 3.3.4), so its description says in which zone it ends. That of a day that no longer matters is cancelled (section 3.8.1.11)
     * and reminds nobody.
     *
     * @param entries of different uids; none for a calendar in which nothing stands at present
     * @return the file, in UTF-8
     */
    byte[] write(List<CalendarEntry> entries);
}
