package fairnotice.notice;

import fairnotice.mail.MessageState;
import fairnotice.register.NoticePolicy;
import fairnotice.register.StartEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** What starts the clock of a customer that is owed a message (design section 5). */
final class StartRules {

    private StartRules() {}

    /** @param contacts what became of each message of the notice */
    static Optional<Start> start(NoticePolicy policy, Instant acknowledgedAt, Collection<ContactOutcome> contacts) {
        return policy.noticeFrom() == StartEvent.RECEIVED
                ? received(policy, acknowledgedAt, contacts)
                : first(contacts, MessageState::reached).map(at -> new Start(at, Start.By.SENT));
    }

    /** Whether a message may still reach somebody. */
    static boolean mayStillArrive(Collection<ContactOutcome> contacts) {
        return contacts.stream()
                .anyMatch(
                        contact -> contact.state() == MessageState.PENDING || contact.state() == MessageState.DEFERRED);
    }

    /** A delivery report or an acknowledgement, whichever came first; else the policy's presumption. */
    private static Optional<Start> received(
            NoticePolicy policy, Instant acknowledgedAt, Collection<ContactOutcome> contacts) {
        Optional<Instant> delivered = first(contacts, state -> state == MessageState.DELIVERED);
        Optional<Instant> known = java.util.stream.Stream.concat(
                        delivered.stream(), Optional.ofNullable(acknowledgedAt).stream())
                .min(Comparator.naturalOrder());
        if (known.isPresent()) {
            return known.map(at -> new Start(at, Start.By.RECEIVED));
        }
        return first(contacts, MessageState::reached)
                .map(at -> new Start(presumed(policy, at), Start.By.PRESUMED_RECEIVED));
    }

    /** Presumptions are calendar days whatever else is counted in business days. */
    private static Instant presumed(NoticePolicy policy, Instant sent) {
        ZoneId zone = policy.zone();
        int days = policy.presumedReceivedAfter() == null
                ? 0
                : policy.presumedReceivedAfter().amount();
        return sent.atZone(zone).plusDays(days).toInstant();
    }

    private static Optional<Instant> first(Collection<ContactOutcome> contacts, Predicate<MessageState> state) {
        return contacts.stream()
                .filter(contact -> state.test(contact.state()))
                .map(ContactOutcome::at)
                .min(Comparator.naturalOrder());
    }
}
