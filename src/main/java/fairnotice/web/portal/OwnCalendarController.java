package fairnotice.web.portal;

import fairnotice.calendar.CalendarEntries;
import fairnotice.change.VendorChanges;
import fairnotice.web.Downloads;
import fairnotice.web.NoSuchPage;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A customer's own dates, for its calendar. */
@Controller
class OwnCalendarController {

    private final OpenedNotices opened;
    private final VendorChanges changes;
    private final OwnObjectionReading cases;
    private final OwnCalendar calendar;

    OwnCalendarController(
            OpenedNotices opened, VendorChanges changes, OwnObjectionReading cases, OwnCalendar calendar) {
        this.opened = opened;
        this.changes = changes;
        this.cases = cases;
        this.calendar = calendar;
    }

    @GetMapping("/n/{token}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable("token") String token) {
        return opened.with(token)
                .map(found ->
                        Downloads.of(found.notice().reference() + ".ics", CalendarEntries.TYPE, entry(found, token)))
                .orElseThrow(() -> new NoSuchPage());
    }

    private byte[] entry(OpenedNotices.Opened found, String token) {
        return calendar.write(
                found.customer(),
                found.notice(),
                changes.getByReference(found.notice().reference()),
                cases.find(found),
                "/n/" + token);
    }
}
