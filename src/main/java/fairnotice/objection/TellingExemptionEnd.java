package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.ledger.Ledger;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telling a customer that its exemption ends, and what follows: as long before the last day as it is reminded of other dates, and again once
 * that day has passed. Whoever accepted the exemption later than the reminder would have come is told on the day after it.
 */
@Service
public class TellingExemptionEnd {

    /** Ends of a later objection that leave the exemption what it is. */
    private static final Set<ObjectionState> CHANGED_NOTHING = EnumSet.of(
            ObjectionState.REFUSED,
            ObjectionState.DECLINED,
            ObjectionState.WITHDRAWN,
            ObjectionState.LAPSED,
            ObjectionState.COMMENT);

    private final Objections objections;
    private final ExemptionEnds ends;
    private final ObjectionContexts contexts;
    private final SettlementDates dates;
    private final ObjectionEmails letters;
    private final Ledger ledger;
    private final Clock clock;

    TellingExemptionEnd(
            Objections objections,
            ExemptionEnds ends,
            ObjectionContexts contexts,
            SettlementDates dates,
            ObjectionEmails letters,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.ends = ends;
        this.contexts = contexts;
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
        Objection objection = objections.lock(reference);
        if (objection.state() == ObjectionState.EXEMPTED) {
            boolean ended = objection.offer().until() != null && end(objection).isOverAt(clock.instant());
            ends.tellAt(objection.id(), ended ? null : tellAt(objection));
        }
    }

    private Instant tellAt(Objection exempted) {
        LocalDate until = exempted.offer().until();
        return until == null ? null : dates.exemptionEndTold(contexts.policy(exempted), until, exempted.settledAt());
    }

    /**
     * Its time has come; before that, and once it was told, nothing is done. While another objection to the change is open, it waits for the
     * end of the exemption.
     */
    @Transactional
    public void tell(String reference) {
        Objection objection = objections.lock(reference);
        Instant now = clock.instant();
        if (!ends.isDue(objection.id(), now)) {
            return;
        }
        Deadline end = end(objection);
        boolean over = end.isOverAt(now);
        Optional<VendorChange> change = contexts.endsFor(objection).filter(each -> applies(objection, each));
        if (change.isPresent()) {
            letters.write(
                    objection,
                    over ? ObjectionEmail.EXEMPTION_ENDED : ObjectionEmail.EXEMPTION_ENDS,
                    says(objection, change.get(), end, now));
            ledger.record(ObjectionEntries.of(
                            over ? "objection.exemption-ended-told" : "objection.exemption-end-told",
                            objection,
                            Actor.SYSTEM.id(),
                            now)
                    .with("until", end.lastDay()));
        }
        if (over) {
            ends.told(objection.id(), now);
        } else {
            ends.tellAt(objection.id(), end.endsAt());
        }
    }

    private EmailFacts says(Objection exempted, VendorChange change, Deadline end, Instant now) {
        EmailFacts agreed = EmailFacts.until(end.endsAt())
                .withQuote(exempted.offer().text())
                .agreeing(contexts.terms(exempted, change));
        if (end.isOverAt(now)) {
            return contexts.of(exempted).wasInEffectBefore() ? agreed.inEffectAgain() : agreed;
        }
        return contexts.isInEffect(change, exempted) ? agreed.with(withOthers(exempted, change, agreed)) : agreed;
    }

    /** The days of the agreement, and since when the change is in effect for those who have none. */
    private List<EmailFact> withOthers(Objection exempted, VendorChange change, EmailFacts agreed) {
        NoticePolicy policy = contexts.policy(exempted);
        LocalDate since = LocalDate.ofInstant(change.publishedAt(), policy.zone());
        return Stream.concat(
                        agreed.dates().stream(),
                        Stream.of(EmailFact.said("others-since", () -> ObjectionEmails.day(since, policy.zone()))))
                .toList();
    }

    /** Whether the end of the exemption still changes anything for its customer: no later objection to the change has, or will. */
    private boolean applies(Objection exempted, VendorChange change) {
        return Stream.of(exempted.change(), change.reference())
                .flatMap(reference -> objections.newest(reference, exempted.customer()).stream())
                .allMatch(newest ->
                        newest.id() == exempted.id() || newest.isSettled() && CHANGED_NOTHING.contains(newest.state()));
    }

    private Deadline end(Objection exempted) {
        NoticePolicy policy = contexts.policy(exempted);
        return Deadline.on(exempted.offer().until(), policy.zone());
    }
}
