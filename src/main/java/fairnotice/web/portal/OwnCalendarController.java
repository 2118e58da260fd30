package fairnotice.web.portal;

import fairnotice.calendar.CalendarEntries;
import fairnotice.change.VendorChanges;
import fairnotice.notice.NoticeEntry;
import fairnotice.web.Downloads;
import fairnotice.web.NoSuchPage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A customer's own dates, for its calendar. */
@Controller
class OwnCalendarController {

    private final OpenedNotices opened;
    private final VendorChanges changes;
    private final NoticeEntry entry;

    OwnCalendarController(OpenedNotices opened, VendorChanges changes, NoticeEntry entry) {
        this.opened = opened;
        this.changes = changes;
        this.entry = entry;
    }

    @GetMapping("/n/{token}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable("token") String token, HttpServletResponse response) {
        PrivatePages.mark(response);
        return opened.with(token)
                .map(OpenedNotices.Opened::notice)
                .map(notice -> Downloads.of(
                        notice.reference() + ".ics",
                        CalendarEntries.TYPE,
                        entry.write(notice, changes.named(notice.reference()), "/n/" + token)))
                .orElseThrow(() -> new NoSuchPage("This link opens no notice."));
    }
}
