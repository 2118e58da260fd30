package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.customer.Contact;
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
    private final NoticeContacts contacts;
    private final RecalculatingNoticePeriods recounting;
    private final MovedClocks moved;
    private final Ledger ledger;
    private final Clock clock;

    AcknowledgingNotice(
            Notices notices,
            NoticeContacts contacts,
            RecalculatingNoticePeriods recounting,
            MovedClocks moved,
            Ledger ledger,
            Clock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.recounting = recounting;
        this.moved = moved;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The first acknowledgement counts; another changes nothing.
     *
     * @param contact as its link was opened
     * @throws Refused when there is no such notice, or one person alone added or changed the contact
     */
    @Transactional
    public void acknowledge(long id, Contact contact) {
        Notice notice = notices.lock(Set.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refused.unknown("refused.unknown.notice"));
        if (notice.acknowledgedAt() != null) {
            return;
        }
        if (!contacts.isConfirmed(notice, contact)) {
            throw Refused.conflict("refused.notice.contact-unconfirmed");
        }
        Instant now = clock.instant();
        keep(notice, contact.id(), now);
        ledger.record(Entry.of(
                        "notice.acknowledged",
                        notice.reference(),
                        Actor.contact(notice.customer(), contact.id()).id(),
                        now)
                .with("round", notice.round())
                .with("notice", id));
    }

    /**
     * A customer that acts on a notice has received it. What staff write down of it, or whoever is no confirmed contact of it does, is no act of the
     * customer's: it would start a clock, or end the reminders, on the word of one person. Joins the transaction in which the act itself is recorded.
     *
     * @param notice as the caller found it
     * @param contact who acted; a confirmed contact of the customer
     * @param at when
     * @return the notice with the dates that count from then on
     */
    @Transactional
    public Notice acted(Notice notice, long contact, Instant at) {
        if (notice.acknowledgedAt() != null) {
            return notice;
        }
        Notice held = notices.lock(Set.of(notice.id())).get(0);
        return held.acknowledgedAt() == null && keep(held, contact, at)
                ? notices.find(notice.id()).orElseThrow()
                : held;
    }

    /** @return whether that moved its clock */
    private boolean keep(Notice notice, long contact, Instant at) {
        notices.acknowledge(notice.id(), contact, at);
        boolean moves = StartRules.isMovedByReceipt(notice.start());
        if (moves) {
            moved.note(recounting.recountHeld(Set.of(notice.id())));
        }
        return moves;
    }
}
