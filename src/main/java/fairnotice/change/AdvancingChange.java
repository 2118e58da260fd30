package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the process. A step of a withdrawn change or of an older round is none: it changes nothing. */
@Service
public class AdvancingChange {

    /** A postponed change waits as one, although its process reads the clocks again. */
    private static final Set<ChangeState> STAYS = EnumSet.of(ChangeState.PUBLISHED, ChangeState.POSTPONED);

    private final VendorChanges changes;
    private final Ledger ledger;
    private final Clock clock;

    AdvancingChange(VendorChanges changes, Ledger ledger, Clock clock) {
        this.changes = changes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return whether the change is now where the step leads, because of this call or an earlier one */
    @Transactional
    public boolean advance(String reference, int round, Step step) {
        VendorChange change = changes.lock(reference);
        if (change.state() == ChangeState.WITHDRAWN || change.round().number() != round) {
            return false;
        }
        Instant now = clock.instant();
        VendorChange after = taken(change, step, now);
        if (after.state() != change.state()) {
            changes.save(after);
            String kind = "change." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ledger.record(ChangeEntries.of(kind, after, Actor.SYSTEM, now));
        }
        return true;
    }

    static VendorChange taken(VendorChange change, Step step, Instant now) {
        return switch (step) {
            case ANNOUNCED -> change.announcedAt() != null ? change : change.announced(now);
            case IN_NOTICE -> STAYS.contains(change.state()) ? change : change.inNotice();
            case PUT_TO_DECISION -> change.putToDecision();
            case CLOSED -> change.closed();
            case RECORDED_UNLISTED -> change.state() == ChangeState.UNLISTED ? change : change.recordedUnlisted(now);
        };
    }
}
