package fairnotice.clearance;

import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.refusal.Phrase;
import java.util.List;
import java.util.Optional;

/** The clearance of one entry: every change it rests on must be cleared, its notice and its objections both. */
final class EntryVerdict {

    private final CustomerFacts facts;
    private final NoticeVerdict notices;
    private final ObjectionVerdict objections;

    EntryVerdict(CustomerFacts facts) {
        this.facts = facts;
        this.notices = new NoticeVerdict(facts);
        this.objections = new ObjectionVerdict(facts);
    }

    /** @param pending changes under way that would modify the entry */
    Clearance of(Lineage entry, List<VendorChange> pending) {
        Clearance verdict = ofOrigin(entry);
        for (String modification : entry.modifications()) {
            verdict = verdict.cleared() ? modified(verdict, facts.change(modification)) : verdict;
        }
        for (VendorChange change : pending) {
            verdict = verdict.cleared() ? withPending(verdict, change) : verdict;
        }
        return verdict.cleared()
                ? Clearance.yes(
                        Clearance.latest(verdict.since(), facts.customer().since()), verdict.reason())
                : verdict;
    }

    private Clearance ofOrigin(Lineage entry) {
        return entry.origin() == null
                ? Clearance.yes(entry.listedAt(), NoticeRule.FIRST_VERSION.sentence())
                : of(facts.change(entry.origin()));
    }

    /** A role that was changed must be cleared too; what was cleared before it stays so, and the reason says it. */
    private Clearance modified(Clearance before, VendorChange change) {
        Clearance after = of(change);
        if (!after.cleared()) {
            return after.adding(Phrase.of("clearance.before-stays"));
        }
        return change.round().track() == Track.UNANNOUNCED
                ? before
                : Clearance.yes(Clearance.latest(before.since(), after.since()), after.reason());
    }

    /** A change that is not in effect takes nothing away, and an objection to it is not passed over. */
    private Clearance withPending(Clearance before, VendorChange change) {
        return objections
                .against(change)
                .map(reason -> before.adding(Phrase.of("clearance.pending", change.reference(), reason)))
                .orElse(before);
    }

    private Clearance of(VendorChange change) {
        Clearance told = notices.of(change);
        Optional<Phrase> against = objections.against(change);
        if (against.isPresent()) {
            return Clearance.no(against.get());
        }
        return told.cleared() ? objections.ended(change, told) : told;
    }
}
