package fairnotice.objection;

import fairnotice.mail.MessageState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** From when a customer's time in its case runs: it costs a right, so it waits until the customer has its letter. */
final class ReachRules {

    private ReachRules() {}

    /** Service with proof, or the first message that our relay accepted for any contact; a letter goes to all of them, and one suffices. */
    static Optional<Instant> start(WrittenEmail letter) {
        return letter.servedAt() != null
                ? Optional.of(letter.servedAt())
                : letter.contacts().stream()
                        .filter(contact -> contact.state().reached())
                        .map(ContactReached::at)
                        .min(Comparator.naturalOrder());
    }

    /** Whether nobody has it and nobody may still get it. */
    static boolean isLost(WrittenEmail letter) {
        return start(letter).isEmpty() && !mayStillArrive(letter.contacts());
    }

    private static boolean mayStillArrive(Collection<ContactReached> contacts) {
        return contacts.stream()
                .map(ContactReached::state)
                .anyMatch(state -> state == MessageState.PENDING || state == MessageState.DEFERRED);
    }
}
