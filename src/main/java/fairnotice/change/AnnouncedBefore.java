package fairnotice.change;

import fairnotice.calendar.Days;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;

/**
 * Looking for what customers were told of a vendor and what did not come of it, so that nobody evades a second approval by withdrawing what was
 * announced and proposing it anew.
 */
@Service
class AnnouncedBefore {

    /** For as long as the list's history is shown. */
    private static final int MONTHS = 12;

    private final VendorChanges changes;
    private final Registers registers;
    private final Clock clock;

    AnnouncedBefore(VendorChanges changes, Registers registers, Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.clock = clock;
    }

    /** The change with the strongest track that was announced of its vendor, by a round of it or of another change. */
    VendorChange added(VendorChange change) {
        ZoneId zone = registers.named(change.register()).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Instant since = Days.start(Days.monthsBefore(MONTHS, today), zone);
        return changes.announcedOfVendors(change, since).stream()
                .reduce(change, VendorChange::announcedBefore, (one, other) -> other);
    }
}
