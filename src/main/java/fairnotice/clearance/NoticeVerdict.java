package fairnotice.clearance;

import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.notice.AudienceRules;
import fairnotice.notice.ExpeditedRules;
import fairnotice.notice.Notice;
import fairnotice.refusal.Phrase;
import java.time.Instant;
import java.time.LocalDate;

/** What a customer's own notice of a change that is in effect means for its clearance, objections apart. */
final class NoticeVerdict {

    private final CustomerFacts facts;

    NoticeVerdict(CustomerFacts facts) {
        this.facts = facts;
    }

    /** @param change one whose result the list shows */
    Clearance of(VendorChange change) {
        if (change.state() == ChangeState.WITHDRAWN) {
            return verdict(NoticeRule.GIVEN_UP, change, null, null);
        }
        if (change.round().track() == Track.UNANNOUNCED) {
            return verdict(NoticeRule.UNANNOUNCED, change, change.publishedAt(), null);
        }
        boolean wentFirst = change.round().track() == Track.EXPEDITED;
        return facts.notice(change)
                .map(notice -> wentFirst ? ofFirst(change, notice) : ofNotice(change, notice))
                .orElseGet(() -> withoutNotice(change, wentFirst));
    }

    private Clearance ofNotice(VendorChange change, Notice notice) {
        if (notice.start() == null) {
            return notStarted(change, notice);
        }
        Deadline ends = notice.dates().noticeEnds();
        return ends.isOverAt(facts.now())
                ? verdict(NoticeRule.NOTICE_ENDED, change, Clearance.latest(change.publishedAt(), ends.endsAt()), null)
                : verdict(NoticeRule.NOTICE_RUNS, change, null, ends);
    }

    /** A change that went first: for whom the agreement allows it at once, for all others after notice and window in full. */
    private Clearance ofFirst(VendorChange change, Notice notice) {
        if (ExpeditedRules.isAllowed(facts.customer(), facts.policies().apply(notice.policyVersion()))) {
            Instant since = ExpeditedRules.inUseSince(change, notice);
            return since == null ? notStarted(change, notice) : verdict(NoticeRule.WENT_FIRST, change, since, null);
        }
        if (notice.start() == null) {
            return notStarted(change, notice);
        }
        Deadline ends = ExpeditedRules.lastOf(notice.dates(), notice.mayObject());
        return ends.isOverAt(facts.now())
                ? verdict(NoticeRule.NOTICE_ENDED, change, Clearance.latest(change.publishedAt(), ends.endsAt()), null)
                : verdict(NoticeRule.WENT_FIRST_RUNS, change, null, ends);
    }

    private Clearance notStarted(VendorChange change, Notice notice) {
        if (notice.leftOutAt() != null) {
            return verdict(NoticeRule.LEFT_OUT, change, null, null);
        }
        return verdict(
                notice.unreachedSince() != null ? NoticeRule.UNREACHED : NoticeRule.NOT_STARTED, change, null, null);
    }

    /** A customer without a notice was not entitled to one when the notices were given (invariant 1), or has none yet. */
    private Clearance withoutNotice(VendorChange change, boolean wentFirst) {
        Customer customer = facts.customer();
        Instant published = change.publishedAt();
        if (customer.wasShown(change.reference())) {
            return verdict(NoticeRule.SHOWN, change, published, null);
        }
        boolean arrivedLater = !customer.since().isBefore(published);
        if (wentFirst && ExpeditedRules.isAllowed(facts.customer(), facts.policy())) {
            return verdict(NoticeRule.WENT_FIRST, change, published, null);
        }
        if (wentFirst && isStillOwed(change, arrivedLater)) {
            return verdict(NoticeRule.WENT_FIRST_UNTOLD, change, null, null);
        }
        return verdict(arrivedLater ? NoticeRule.ARRIVED_LATER : NoticeRule.OWED_NO_NOTICE, change, published, null);
    }

    /** While a change that went first is under way its notices are still being given; and terms that say no are kept to. */
    private boolean isStillOwed(VendorChange change, boolean arrivedLater) {
        LocalDate today = LocalDate.ofInstant(facts.now(), facts.policy().zone());
        boolean entitled = AudienceRules.isEntitled(facts.customer(), facts.policy(), change.reference(), today);
        boolean refusedByTerms = Boolean.FALSE.equals(facts.customer().expeditedAllowed());
        return !change.state().isEnded() && entitled || refusedByTerms && !arrivedLater;
    }

    private Clearance verdict(NoticeRule rule, VendorChange change, Instant since, Deadline until) {
        Phrase reason = until == null ? rule.sentence() : rule.sentence(until.lastDay(), until.zone());
        return new Clearance(rule.clears(), since, Clearance.naming(reason, change.reference()));
    }
}
