package fairnotice.notice;

import fairnotice.customer.ContactsConfirmed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What was sent to a contact before it was confirmed counts from when another administrator confirms it (decision record 16). */
@Service
class CountingConfirmedContacts implements ContactsConfirmed {

    private final Notices notices;
    private final RecalculatingNoticePeriods recounting;
    private final MovedClocks moved;

    CountingConfirmedContacts(Notices notices, RecalculatingNoticePeriods recounting, MovedClocks moved) {
        this.notices = notices;
        this.recounting = recounting;
        this.moved = moved;
    }

    @Override
    public void confirmed(Map<Long, Set<Long>> contacts) {
        List<Long> waited = notices.writtenToUnconfirmed(contacts.keySet());
        if (!waited.isEmpty()) {
            moved.note(recounting.recountHeld(
                    notices.lock(waited).stream().map(Notice::id).collect(Collectors.toSet())));
        }
    }
}
