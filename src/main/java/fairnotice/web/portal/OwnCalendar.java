package fairnotice.web.portal;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.change.VendorChange;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeEntry;
import fairnotice.notice.ReadingWindows;
import fairnotice.objection.CaseDays;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last days of a customer's notice and of its case, as it may take them into its calendar. */
@Component
class OwnCalendar {

    private final NoticeEntry entry;
    private final ReadingWindows windows;
    private final CaseDays days;

    OwnCalendar(NoticeEntry entry, ReadingWindows windows, CaseDays days) {
        this.entry = entry;
        this.windows = windows;
        this.days = days;
    }

    /** @param own its newest case of the change; empty for none */
    byte[] write(Notice notice, VendorChange change, Optional<Objection> own, String path) {
        return entry.write(notice, change, days(notice, change, own), path);
    }

    /** Whether there is anything to take: a last day that lies ahead. */
    boolean isAnyAhead(Notice notice, VendorChange change, Optional<Objection> own) {
        return entry.isAnyAhead(days(notice, change, own));
    }

    private List<Day> days(Notice notice, VendorChange change, Optional<Objection> own) {
        boolean exempted = own.filter(objection -> objection.state() == ObjectionState.EXEMPTED)
                .isPresent();
        return entry.days(
                notice,
                change,
                windows.closing(notice).isPresent(),
                exempted,
                own.map(days::of).orElse(List.of()));
    }
}
