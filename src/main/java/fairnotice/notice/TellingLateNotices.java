package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outgoing;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telling customers whose own notice ended after the go-live that the change is in effect for them, if the policy says so: once, and as the
 * others were told. Whoever has left, or whose change was taken back, is told nothing.
 */
@Service
public class TellingLateNotices {

    /** Numbers above that of the telling of everybody else. */
    private static final int LATE = 1_000_000;

    private final VendorChanges changes;
    private final Registers registers;
    private final ListedChanges listed;
    private final Notices notices;
    private final LateNotices late;
    private final NoticeContacts noticeContacts;
    private final EffectOnCustomers effects;
    private final FollowUpBatch pages;
    private final Dispatches tellings;
    private final ChangeEmails letters;
    private final Mailings mailings;
    private final Ledger ledger;
    private final Clock clock;

    TellingLateNotices(
            VendorChanges changes,
            Registers registers,
            ListedChanges listed,
            Notices notices,
            LateNotices late,
            NoticeContacts noticeContacts,
            EffectOnCustomers effects,
            FollowUpBatch pages,
            Dispatches tellings,
            ChangeEmails letters,
            Mailings mailings,
            Ledger ledger,
            Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.listed = listed;
        this.notices = notices;
        this.late = late;
        this.noticeContacts = noticeContacts;
        this.effects = effects;
        this.pages = pages;
        this.tellings = tellings;
        this.letters = letters;
        this.mailings = mailings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return whether there was anybody to tell, or to tell nothing any more */
    @Transactional
    public boolean tell(String reference) {
        VendorChange change = changes.lock(reference);
        Instant now = clock.instant();
        List<Notice> due = notices.byIds(late.due(reference, now, ExpandingDispatch.PAGE));
        List<Notice> concerned = due.stream()
                .filter(notice -> notice.supersededAt() == null
                        && notice.round() == change.round().number())
                .filter(notice ->
                        FollowUpBatch.concerns(Occasion.IN_EFFECT, notice, now) && listed.isStillInEffect(change))
                .toList();
        Set<Notice> waiting = waiting(change, concerned);
        List<Notice> ripe =
                due.stream().filter(notice -> !waiting.contains(notice)).toList();
        write(change, concerned.stream().filter(ripe::contains).toList(), now);
        late.told(ripe.stream().map(Notice::id).toList(), now);
        return !ripe.isEmpty();
    }

    /** Whom more than the end of the notice keeps it from: of a change that went first the window to object has to be over as well. */
    private Set<Notice> waiting(VendorChange change, List<Notice> page) {
        List<Customer> customers = List.copyOf(noticeContacts.byNotice(page).values());
        Map<Long, EffectOnCustomer> effect = effects.of(change, customers, page);
        return page.stream()
                .filter(notice -> effect.containsKey(notice.customer()))
                .filter(notice -> effect.get(notice.customer()).use() == EffectOnCustomer.Use.NOT_YET)
                .collect(Collectors.toSet());
    }

    private void write(VendorChange change, List<Notice> page, Instant now) {
        int round = change.round().number();
        NoticePolicy policy = tellings.last(change.reference(), round, Occasion.ANNOUNCEMENT)
                .map(told -> registers.policy(change.register(), told.policyVersion()))
                .filter(NoticePolicy::tellInEffect)
                .orElse(null);
        List<Outgoing> messages = policy == null ? List.of() : pages.inEffect(change, policy, page, now);
        if (messages.isEmpty()) {
            return;
        }
        int number = LATE + mailings.about(change.reference()).size();
        long mailing = mailings.open(letters.contractual(
                registers.getById(change.register()), policy, change, change.round(), Occasion.IN_EFFECT, number));
        mailings.append(mailing, messages);
        mailings.seal(mailing);
        ledger.record(Entry.of("notice.in-effect-late", change.reference(), Actor.SYSTEM.id(), now)
                .with("round", round)
                .with("mailing", mailing)
                .with("messages", messages.size()));
    }
}
