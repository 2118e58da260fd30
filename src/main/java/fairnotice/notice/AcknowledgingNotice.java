package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hearing that a notice has arrived: its customer said so, or acted on it. It costs the customer no right, and spares it the reminders. */
@Service
public class AcknowledgingNotice {

    private final Notices notices;
    private final RecalculatingNoticePeriods recounting;
    private final MovedClocks moved;
    private final Ledger ledger;
    private final Clock clock;

    AcknowledgingNotice(
            Notices notices, RecalculatingNoticePeriods recounting, MovedClocks moved, Ledger ledger, Clock clock) {
        this.notices = notices;
        this.recounting = recounting;
        this.moved = moved;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The first acknowledgement counts; another changes nothing. @throws Refused when there is no such notice */
    @Transactional
    public void acknowledge(long id, long contact) {
        Notice notice = notices.lock(Set.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refused.unknown("refused.unknown.notice"));
        if (notice.acknowledgedAt() != null) {
            return;
        }
        Instant now = clock.instant();
        keep(notice, contact, now);
        ledger.record(Entry.of(
                        "notice.acknowledged",
                        notice.reference(),
                        Actor.contact(notice.customer(), contact).id(),
                        now)
                .with("round", notice.round())
                .with("notice", id));
    }

    /**
     * Whoever acts on a notice has received it. Joins the transaction in which the act itself is recorded.
     *
     * @param notice as the caller found it
     * @param contact who acted; null when that is not known
     * @param at when
     * @return the notice with the dates that count from then on
     */
    @Transactional
    public Notice acted(Notice notice, Long contact, Instant at) {
        if (notice.acknowledgedAt() != null) {
            return notice;
        }
        Notice held = notices.lock(Set.of(notice.id())).get(0);
        return held.acknowledgedAt() == null && keep(held, contact, at)
                ? notices.find(notice.id()).orElseThrow()
                : held;
    }

    /**
     * What staff write down of a customer's act: it moves no clock, since that would start one on the word of one person.
     *
     * @param notice as the caller found it
     */
    @Transactional
    public Notice reported(Notice notice, Long contact, Instant at) {
        return StartRules.isMovedByReceipt(notice.start()) ? notice : acted(notice, contact, at);
    }

    /** @return whether that moved its clock */
    private boolean keep(Notice notice, Long contact, Instant at) {
        notices.acknowledge(notice.id(), contact, at);
        boolean moves = StartRules.isMovedByReceipt(notice.start());
        if (moves) {
            moved.note(recounting.recountHeld(Set.of(notice.id())));
        }
        return moves;
    }
}
