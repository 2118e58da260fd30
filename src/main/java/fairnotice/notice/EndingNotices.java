package fairnotice.notice;

import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.mail.Mailings;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import fairnotice.subscription.Subscribers;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ending the notices of a change that was withdrawn or amended: what is unsent is cancelled, and those who were told are told so. */
@Service
public class EndingNotices {

    private final VendorChanges changes;
    private final Registers registers;
    private final Subscribers subscribers;
    private final Dispatches tellings;
    private final Notices notices;
    private final Mailings mailings;
    private final UnreachedCustomers unreached;
    private final Correspondence correspondence;
    private final Clock clock;

    EndingNotices(
            VendorChanges changes,
            Registers registers,
            Subscribers subscribers,
            Dispatches tellings,
            Notices notices,
            Mailings mailings,
            UnreachedCustomers unreached,
            Correspondence correspondence,
            Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.subscribers = subscribers;
        this.tellings = tellings;
        this.notices = notices;
        this.mailings = mailings;
        this.unreached = unreached;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * Ends those of the last round that was announced, if any was. Done again, it changes nothing.
     *
     * @param because {@link Occasion#WITHDRAWAL} or {@link Occasion#AMENDMENT}
     */
    @Transactional
    public void end(String reference, Occasion because) {
        VendorChange change = changes.lock(reference);
        Instant now = clock.instant();
        lastAnnounced(reference).ifPresent(announced -> end(change, announced, because, now));
    }

    private void end(VendorChange change, Announced announced, Occasion because, Instant now) {
        int round = announced.round().number();
        if (tellings.last(change.reference(), round, because).isPresent()) {
            return;
        }
        tellings.stop(change.reference(), round, now);
        mailings.cancelUnsent(Dispatch.keyPrefix(change.reference(), round));
        notices.supersede(change.reference(), round, now);
        unreached.settled(change.reference(), round);
        correspondence.open(change, announced.round(), announced.telling().policyVersion(), because, 0, 0, now);
    }

    /**
     * Who would be told if the change were withdrawn now.
     *
     * @param customers whom a message about it reached
     * @param subscribers on the public list, when the promise tells them
     */
    public record Audience(long customers, long subscribers) {}

    /** Empty when nobody was told of the change. */
    @Transactional(readOnly = true)
    public Optional<Audience> audience(String reference) {
        VendorChange change = changes.getByReference(reference);
        return lastAnnounced(reference).map(announced -> {
            NoticePolicy policy =
                    registers.policy(change.register(), announced.telling().policyVersion());
            return new Audience(
                    notices.countReached(reference, announced.round().number()),
                    policy.audience().subscribers() ? subscribers.count(change.register()) : 0);
        });
    }

    private Optional<Announced> lastAnnounced(String reference) {
        return changes.rounds(reference).stream()
                .sorted(Comparator.comparingInt(Round::number).reversed())
                .flatMap(round -> tellings.last(reference, round.number(), Occasion.ANNOUNCEMENT).stream()
                        .map(telling -> new Announced(round, telling)))
                .findFirst();
    }

    private record Announced(Round round, Dispatch telling) {}
}
