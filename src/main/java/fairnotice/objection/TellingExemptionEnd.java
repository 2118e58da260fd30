package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.ledger.Ledger;
import fairnotice.objection.CaseLetters.Says;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telling a customer that its exemption ends, and what follows: once, as long before the last day as it is reminded of other dates. Whoever
 * accepted the exemption later than that is told on the day after it.
 */
@Service
public class TellingExemptionEnd {

    /** Ends of a later objection that leave the exemption what it is. */
    private static final Set<ObjectionState> CHANGED_NOTHING = EnumSet.of(
            ObjectionState.REFUSED,
            ObjectionState.DECLINED,
            ObjectionState.DROPPED,
            ObjectionState.LAPSED,
            ObjectionState.COMMENT);

    private final Objections objections;
    private final ExemptionEnds ends;
    private final CaseFile file;
    private final SettlementDates dates;
    private final CaseLetters letters;
    private final Ledger ledger;
    private final Clock clock;

    TellingExemptionEnd(
            Objections objections,
            ExemptionEnds ends,
            CaseFile file,
            SettlementDates dates,
            CaseLetters letters,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.ends = ends;
        this.file = file;
        this.dates = dates;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The customer has just accepted an offer. The caller holds the case. */
    void plan(Objection accepted) {
        if (accepted.state() == ObjectionState.EXEMPTED) {
            ends.tellAt(accepted.id(), tellAt(accepted));
        }
    }

    /** The same of one that was accepted before such a day was kept; nobody is told of an end that lies behind. */
    @Transactional
    public void planLater(String reference) {
        Objection objection = objections.hold(reference);
        if (objection.state() == ObjectionState.EXEMPTED) {
            boolean ended = objection.offer().until() != null && end(objection).isOverAt(clock.instant());
            ends.tellAt(objection.id(), ended ? null : tellAt(objection));
        }
    }

    private Instant tellAt(Objection exempted) {
        LocalDate until = exempted.offer().until();
        return until == null ? null : dates.exemptionEndTold(file.policy(exempted), until, exempted.settledAt());
    }

    /** Its time has come. While another objection to the change is open, it waits for the end of the exemption. */
    @Transactional
    public void tell(String reference) {
        Objection objection = objections.hold(reference);
        Instant now = clock.instant();
        Deadline end = end(objection);
        boolean over = end.isOverAt(now);
        if (applies(objection)) {
            letters.write(
                    objection,
                    over ? CaseLetter.EXEMPTION_ENDED : CaseLetter.EXEMPTION_ENDS,
                    Says.until(end.endsAt())
                            .withQuote(objection.offer().text())
                            .agreeing(file.terms(objection, now).orElseThrow()));
            ledger.record(CaseEntries.of("objection.exemption-end-told", objection, Actor.SYSTEM.id(), now)
                    .with("until", end.lastDay()));
            ends.told(objection.id(), now);
        } else if (over) {
            ends.told(objection.id(), now);
        } else {
            ends.tellAt(objection.id(), end.endsAt());
        }
    }

    /** Whether the end of the exemption still changes anything for its customer. */
    private boolean applies(Objection exempted) {
        ChangeState change = file.change(exempted).state();
        Objection newest =
                objections.newest(exempted.change(), exempted.customer()).orElse(exempted);
        return change != ChangeState.WITHDRAWN
                && change != ChangeState.REJECTED
                && (newest.id() == exempted.id() || newest.isSettled() && CHANGED_NOTHING.contains(newest.state()));
    }

    private Deadline end(Objection exempted) {
        NoticePolicy policy = file.policy(exempted);
        return Deadline.on(exempted.offer().until(), policy.zone());
    }
}
