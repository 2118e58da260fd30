package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.change.Deciders;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
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
    public Optional<Phrase> obstacle(VendorChange change) {
        boolean possible = change.proposal().subprocessor().excludable()
                || notices.clocks(change.reference(), change.round().number(), clock.instant())
                                .unstarted()
                        == 0;
        return possible ? Optional.empty() : Optional.of(Phrase.of("refused.go-live.unreached"));
    }

    /** @throws Refused when the entry does not say that, and how, a customer can be left out */
    @Transactional
    public void goLiveWithoutUnreached(String reference, String comment, Actor actor) {
        VendorChange change = changes.lock(reference);
        deciders.check(change, actor);
        new TextRules()
                .paragraph("comment", "refused.name.decision-reason", comment)
                .orRefuse();
        obstacle(change).ifPresent(phrase -> {
            throw Refused.conflict(phrase);
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
