package fairnotice.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Those who are told when the contacts of a customer change: its contacts before, and all once that is confirmed. Implemented by the room that writes to customers. */
public interface EarlierContacts {

    /** Writes to each of them once; in the caller's transaction, in a bounded number of queries. */
    void tell(String register, Collection<Told> told, Instant at);

    /**
     * Whose contacts were changed.
     *
     * @param customer as it is now
     * @param contacts everybody who was a contact before, and who still is written to
     */
    record Told(Customer customer, List<Contact> contacts, Standing standing) {}

    /** How the change stands, and for whom. */
    enum Standing {
        /** Another administrator has to confirm it. */
        WAITS,
        /** The only administrator of a single-handed publisher made it, and it counts. */
        COUNTS,
        /** The contacts are again those that count. */
        AS_BEFORE,
        /** Another administrator has confirmed it, for those who stay contacts. */
        CONFIRMED,
        /** The same, for those who are contacts from now on. */
        ADDED,
        /** The same, for those who are contacts no more. */
        REMOVED;

        public boolean isConfirmed() {
            return this == CONFIRMED || this == ADDED || this == REMOVED;
        }

        /** Whether all who are told it are contacts now. */
        public boolean isOfContactsNow() {
            return this == CONFIRMED || this == ADDED;
        }
    }
}
