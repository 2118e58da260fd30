package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.change.Deciders;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deciding to go live without the customers that were not reached. They stay uncleared until their own notice has ended, and stay somebody's
 * task until they are reached.
 */
@Service
public class DecidingGoLive {

    private final VendorChanges changes;
    private final Notices notices;
    private final Deciders deciders;
    private final Ledger ledger;
    private final Clock clock;

    DecidingGoLive(VendorChanges changes, Notices notices, Deciders deciders, Ledger ledger, Clock clock) {
        this.changes = changes;
        this.deciders = deciders;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why the change cannot go live without those not reached, and what can be done instead. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(VendorChange change) {
        boolean possible = change.proposal().subprocessor().excludable()
                || notices.clocks(change.reference(), change.round().number(), clock.instant())
                                .unstarted()
                        == 0;
        return possible
                ? Optional.empty()
                : Optional.of(
                        "This vendor's entry does not say that a customer can be left out, so the change cannot go live"
                                + " without those not reached; reach them, postpone or withdraw.");
    }

    /** @throws Refused when the entry does not say that, and how, a customer can be left out */
    @Transactional
    public void goLiveWithoutUnreached(String reference, String comment, Actor actor) {
        VendorChange change = changes.lock(reference);
        deciders.check(change, actor);
        new TextRules()
                .paragraph("comment", "the reason for your decision", comment)
                .orRefuse();
        obstacle(change).ifPresent(sentence -> {
            throw Refused.conflict(sentence);
        });
        int round = change.round().number();
        Instant now = clock.instant();
        List<Long> leftOut = notices.leaveOutUnstarted(reference, round, now);
        ledger.record(Entry.of("change.go-live-decided", reference, actor.id(), now)
                .with("round", round)
                .with("leftOut", leftOut)
                .with("comment", comment)
                .with("singleHanded", deciders.isSingleHanded(change, actor)));
    }
}
