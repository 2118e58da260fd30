package fairnotice.notice;

import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reading what has closed a customer's window to object; its page, its calendar and the staff's pages all ask here. */
@Service
public class ReadingWindows {

    private final VendorChanges changes;
    private final WindowsClosedByObjections cases;

    ReadingWindows(VendorChanges changes, WindowsClosedByObjections cases) {
        this.changes = changes;
        this.cases = cases;
    }

    /** Empty while the day still counts, and for who may not object. */
    public Optional<WindowClosing> closing(Notice notice) {
        return Optional.ofNullable(closings(List.of(notice)).get(notice.id()));
    }

    /** The same by the notice's id, without those whose day still counts. */
    public Map<Long, WindowClosing> closings(Collection<Notice> notices) {
        List<Notice> windows = notices.stream().filter(Notice::mayObject).toList();
        Map<Long, WindowClosing> closings = new HashMap<>(cases.of(windows));
        Map<String, VendorChange> about =
                changes.byReferences(windows.stream().map(Notice::reference).collect(Collectors.toSet()));
        windows.forEach(notice -> byChange(notice, about.get(notice.reference()))
                .ifPresent(closing -> closings.put(notice.id(), closing)));
        return closings;
    }

    private static Optional<WindowClosing> byChange(Notice notice, VendorChange change) {
        if (NoticeStanding.isGivenUp(change)) {
            return Optional.of(WindowClosing.WITHDRAWAL);
        }
        return NoticeStanding.isSuperseded(notice, change) ? Optional.of(WindowClosing.AMENDMENT) : Optional.empty();
    }
}
