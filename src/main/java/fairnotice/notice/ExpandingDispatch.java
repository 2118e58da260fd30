package fairnotice.notice;

import fairnotice.mail.Mailings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cutting what an audience is told into messages: one page of 1,000 a transaction, with the cursor in the same transaction, so that a
 * crash loses nobody and tells nobody twice.
 */
@Service
public class ExpandingDispatch {

    static final int PAGE = 1_000;

    private final Dispatches tellings;
    private final Mailings mailings;
    private final NoticeBatch customerPages;
    private final FollowUpBatch followUpPages;
    private final SubscriberBatch subscriberPages;
    private final Clock clock;

    ExpandingDispatch(
            Dispatches tellings,
            Mailings mailings,
            NoticeBatch customerPages,
            FollowUpBatch followUpPages,
            SubscriberBatch subscriberPages,
            Clock clock) {
        this.tellings = tellings;
        this.mailings = mailings;
        this.customerPages = customerPages;
        this.followUpPages = followUpPages;
        this.subscriberPages = subscriberPages;
        this.clock = clock;
    }

    /** Those not wholly cut, oldest first. */
    @Transactional(readOnly = true)
    public List<Dispatch> uncut(int limit) {
        return tellings.uncut(limit);
    }

    /** @return whether there was a page to cut; not while another node cuts one */
    @Transactional
    public boolean cutNextPage(long telling) {
        Optional<Dispatch> uncut = tellings.lockPending(telling).filter(this::mayBegin);
        uncut.ifPresent(this::cutPage);
        return uncut.isPresent();
    }

    /** Who has an announcement is known only when what became of it has been heard; until then nobody can be told that it is off. */
    private boolean mayBegin(Dispatch telling) {
        boolean endsNotices = telling.occasion() == Occasion.WITHDRAWAL || telling.occasion() == Occasion.AMENDMENT;
        return !endsNotices
                || !mailings.anyUnreported(Dispatch.announcementPrefix(telling.reference(), telling.round()));
    }

    private void cutPage(Dispatch telling) {
        if (telling.subscriberCursor() == null) {
            cutCustomers(telling);
        } else {
            cutSubscribers(telling);
        }
    }

    private void cutCustomers(Dispatch telling) {
        Cut cut = telling.occasion() == Occasion.ANNOUNCEMENT
                ? customerPages.cut(telling, clock.instant())
                : followUpPages.cut(telling, clock.instant());
        Dispatch further = telling.cutTo(cut.cursor());
        if (!cut.last()) {
            tellings.save(further);
        } else if (telling.newsletterMailing() != null) {
            tellings.save(further.subscribersTo(0));
        } else {
            finish(further);
        }
    }

    private void cutSubscribers(Dispatch telling) {
        Cut cut = subscriberPages.cut(telling);
        Dispatch further = telling.subscribersTo(cut.cursor());
        if (cut.last()) {
            finish(further);
        } else {
            tellings.save(further);
        }
    }

    private void finish(Dispatch telling) {
        tellings.save(telling);
        tellings.cut(telling, clock.instant());
        mailings.seal(telling.contractualMailing());
        if (telling.newsletterMailing() != null) {
            mailings.seal(telling.newsletterMailing());
        }
    }

    /** How far a page went, and whether it was the last. */
    record Cut(long cursor, boolean last) {}
}
