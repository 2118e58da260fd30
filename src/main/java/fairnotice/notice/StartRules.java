package fairnotice.notice;

import fairnotice.calendar.Holidays;
import fairnotice.mail.MessageState;
import fairnotice.register.NoticePolicy;
import fairnotice.register.StartEvent;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What starts the clock of a customer that is owed a message (design section 5). */
final class StartRules {

    private static final Comparator<Start> EARLIER = Comparator.comparing(Start::at);

    private StartRules() {}

    /** @param contacts what became of each message of the notice */
    static Optional<Start> start(
            NoticePolicy policy, Holidays holidays, Instant acknowledgedAt, Collection<ContactOutcome> contacts) {
        return policy.noticeFrom() == StartEvent.RECEIVED
                ? received(policy, holidays, acknowledgedAt, contacts)
                : contacts.stream()
                        .filter(contact -> contact.state().reached())
                        .map(contact -> new Start(contact.at(), Start.By.SENT))
                        .min(EARLIER);
    }

    /** How a message stands after more is heard of it. Where sending starts the clock, a later delivery report moves nothing. */
    static ContactOutcome standing(NoticePolicy policy, ContactOutcome before, ContactOutcome heard) {
        boolean onlyReported = policy.noticeFrom() != StartEvent.RECEIVED
                && before.state().reached()
                && heard.state().reached();
        return onlyReported ? new ContactOutcome(heard.notice(), heard.contact(), heard.state(), before.at()) : heard;
    }

    /** Whether a message may still reach somebody. */
    static boolean mayStillArrive(Collection<ContactOutcome> contacts) {
        return contacts.stream()
                .anyMatch(
                        contact -> contact.state() == MessageState.PENDING || contact.state() == MessageState.DEFERRED);
    }

    /** The first arrival at any contact. An acknowledgement proves receipt by then: it makes the start earlier, never later. */
    private static Optional<Start> received(
            NoticePolicy policy, Holidays holidays, Instant acknowledgedAt, Collection<ContactOutcome> contacts) {
        Stream<Start> acknowledged = Stream.ofNullable(acknowledgedAt).map(at -> new Start(at, Start.By.RECEIVED));
        Stream<Start> arrived = contacts.stream()
                .filter(contact -> contact.state().reached())
                .map(contact -> arrived(policy, holidays, contact));
        return Stream.concat(acknowledged, arrived).min(EARLIER);
    }

    /** As its delivery report says, else as the policy presumes. */
    private static Start arrived(NoticePolicy policy, Holidays holidays, ContactOutcome contact) {
        return contact.state() == MessageState.DELIVERED
                ? new Start(contact.at(), Start.By.RECEIVED)
                : new Start(presumed(policy, holidays, contact.at()), Start.By.PRESUMED_RECEIVED);
    }

    /** At the same time of the day, so long after the day it was sent. */
    private static Instant presumed(NoticePolicy policy, Holidays holidays, Instant sent) {
        ZonedDateTime local = sent.atZone(policy.zone());
        return policy.presumedReceivedAfter() == null
                ? sent
                : local.with(policy.presumedReceivedAfter().countedFrom(local.toLocalDate(), holidays))
                        .toInstant();
    }
}
