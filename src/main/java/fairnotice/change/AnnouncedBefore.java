package fairnotice.change;

import org.springframework.stereotype.Service;

/**
 * Looking for what customers were told of a vendor and what did not come of it, so that nobody evades a second approval by withdrawing what was
 * announced and proposing it anew, however long ago that was.
 */
@Service
class AnnouncedBefore {

    private final VendorChanges changes;

    AnnouncedBefore(VendorChanges changes) {
        this.changes = changes;
    }

    /** The change with the strongest track that was announced of its vendor, by a round of it or of another change. */
    VendorChange added(VendorChange change) {
        return changes.announcedOfVendors(change).stream()
                .reduce(change, VendorChange::announcedBefore, (one, other) -> other);
    }
}
