package fairnotice.web.portal;

import fairnotice.calendar.CalendarEntries;
import fairnotice.change.VendorChanges;
import fairnotice.notice.NoticeEntry;
import fairnotice.objection.CaseDays;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.web.Downloads;
import fairnotice.web.NoSuchPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
    private final OwnCaseReading cases;
    private final CaseDays days;

    OwnCalendarController(
            OpenedNotices opened, VendorChanges changes, NoticeEntry entry, OwnCaseReading cases, CaseDays days) {
        this.opened = opened;
        this.changes = changes;
        this.entry = entry;
        this.cases = cases;
        this.days = days;
    }

    @GetMapping("/n/{token}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable("token") String token, HttpServletResponse response) {
        PrivatePages.mark(response);
        return opened.with(token)
                .map(found ->
                        Downloads.of(found.notice().reference() + ".ics", CalendarEntries.TYPE, entry(found, token)))
                .orElseThrow(() -> new NoSuchPage("This link opens no notice."));
    }

    private byte[] entry(OpenedNotices.Opened found, String token) {
        Optional<Objection> own = cases.find(found);
        return entry.write(
                found.notice(),
                changes.named(found.notice().reference()),
                own.isPresent(),
                own.filter(objection -> objection.state() == ObjectionState.EXEMPTED)
                        .isPresent(),
                "/n/" + token,
                own.map(days::of).orElse(List.of()));
    }
}
