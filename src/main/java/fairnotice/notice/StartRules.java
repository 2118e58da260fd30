package fairnotice.notice;

import fairnotice.calendar.Holidays;
import fairnotice.mail.MessageState;
import fairnotice.register.NoticePolicy;
import fairnotice.register.StartEvent;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What starts the clock of a customer that is owed a message. */
final class StartRules {

    private static final Comparator<Start> EARLIER = Comparator.comparing(Start::at);

    private StartRules() {}

    /**
     * What started the clock, as far as is known; a clock that the page starts keeps its start, whatever becomes of the messages.
     *
     * @param contacts what became of each message of the notice
     */
    static Optional<Start> start(
            NoticePolicy policy, Holidays holidays, Notice notice, Collection<ContactOutcome> contacts) {
        return switch (policy.noticeFrom()) {
            case SENT -> sent(counting(contacts)).or(() -> acknowledged(notice));
            case RECEIVED ->
                Stream.concat(acknowledged(notice).stream(), arrivals(policy, holidays, counting(contacts)))
                        .min(EARLIER);
            case PUBLISHED -> Optional.of(notice.start() == null ? page(notice) : notice.start());
        };
    }

    /** What will start the clock if the notice goes out then: to who is owed a message when our relay accepts it, to others on the page. */
    static Start expected(NoticePolicy policy, Holidays holidays, boolean told, Instant at) {
        if (!told || policy.noticeFrom() == StartEvent.PUBLISHED) {
            return new Start(at, Start.By.PUBLISHED);
        }
        return policy.noticeFrom() == StartEvent.SENT ? new Start(at, Start.By.SENT) : presumed(policy, holidays, at);
    }

    /** Whether a notice runs from the change's page whatever becomes of its messages. */
    static boolean startsWithPage(NoticePolicy policy, boolean told) {
        return !told || policy.noticeFrom() == StartEvent.PUBLISHED;
    }

    /** Whether a receipt that is proven now can move a clock: one that runs from our sending, the page or service stays as it is. */
    static boolean isMovedByReceipt(Start start) {
        return start == null || start.by() == Start.By.RECEIVED || start.by() == Start.By.PRESUMED_RECEIVED;
    }

    /** Whether a message may still reach somebody who counts. */
    static boolean mayStillArrive(Collection<ContactOutcome> contacts) {
        return counting(contacts).stream()
                .anyMatch(
                        contact -> contact.state() == MessageState.PENDING || contact.state() == MessageState.DEFERRED);
    }

    static boolean hasReached(Collection<ContactOutcome> contacts) {
        return counting(contacts).stream().anyMatch(contact -> contact.state().reached());
    }

    /** Without those to contacts that one person alone added or changed: the promise is to tell the customer, and nobody else says that they are the customer's. */
    private static List<ContactOutcome> counting(Collection<ContactOutcome> contacts) {
        return contacts.stream().filter(ContactOutcome::counts).toList();
    }

    /** The first hand-over to any contact that did not come back; a delivery report moves nothing. */
    private static Optional<Start> sent(Collection<ContactOutcome> contacts) {
        return contacts.stream()
                .filter(contact -> contact.state().reached())
                .map(contact -> new Start(contact.countedHandOver(), Start.By.SENT))
                .min(EARLIER);
    }

    /** An acknowledgement proves receipt by then; nothing is received before it is given. */
    private static Optional<Start> acknowledged(Notice notice) {
        return Optional.ofNullable(notice.acknowledgedAt())
                .map(at -> at.isBefore(notice.givenAt()) ? notice.givenAt() : at)
                .map(at -> new Start(at, Start.By.RECEIVED));
    }

    /** Of a notice from before the page started the clocks of those who are told as well. */
    private static Start page(Notice notice) {
        return new Start(notice.givenAt(), Start.By.PUBLISHED);
    }

    /** Of each contact reached as the policy presumes, and as its delivery report says: whichever is earlier. */
    private static Stream<Start> arrivals(NoticePolicy policy, Holidays holidays, Collection<ContactOutcome> contacts) {
        return contacts.stream()
                .filter(contact -> contact.state().reached())
                .flatMap(contact -> Stream.concat(
                        Stream.of(presumed(policy, holidays, contact.countedHandOver())), reported(contact)));
    }

    private static Stream<Start> reported(ContactOutcome contact) {
        return contact.state() == MessageState.DELIVERED
                ? Stream.of(new Start(contact.countedAt(), Start.By.RECEIVED))
                : Stream.empty();
    }

    /** At the same time of the day, so long after the day it was sent. */
    private static Start presumed(NoticePolicy policy, Holidays holidays, Instant sent) {
        ZonedDateTime local = sent.atZone(policy.zone());
        Instant at = policy.presumedReceivedAfter() == null
                ? sent
                : local.with(policy.presumedReceivedAfter().countedFrom(local.toLocalDate(), holidays))
                        .toInstant();
        return new Start(at, Start.By.PRESUMED_RECEIVED);
    }
}
