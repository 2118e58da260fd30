package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.register.EntryField;
import fairnotice.register.Subprocessor;
import java.time.Instant;

/** The ledger entries of a change. */
final class ChangeEntries {

    private ChangeEntries() {}

    static Entry of(String kind, VendorChange change, Actor actor, Instant at) {
        return Entry.of(kind, change.reference(), actor.id(), at)
                .with("round", change.round().number());
    }

    /** @param before the proposal that another takes the place of */
    static Entry revision(String kind, VendorChange change, Proposal before, Actor actor, Instant at) {
        Proposal after = change.proposal();
        Entry entry = proposal(kind, change, actor, at)
                .changed("kind", before.kind(), after.kind())
                .changed("replaces", before.replaces(), after.replaces())
                .changed("personalData", before.personalData(), after.personalData())
                .changed("material", before.material(), after.material())
                .changed("securityCritical", before.securityCritical(), after.securityCritical())
                .changed("goLiveAt", before.goLiveAt(), after.goLiveAt())
                .changed("reason", before.reason(), after.reason());
        return entry(entry, before.subprocessor(), after.subprocessor());
    }

    /**
     * With what becomes of a listed entry, field by field.
     *
     * @param before null where there was none
     * @param after null where there is none any more
     */
    static Entry entry(Entry entry, Subprocessor before, Subprocessor after) {
        Entry told = entry;
        for (EntryField field : EntryField.values()) {
            told = told.changed(
                    "entry/" + field, before == null ? null : field.of(before), after == null ? null : field.of(after));
        }
        return told.changed(
                "entry/EXCLUDABLE",
                before == null ? null : before.excludable(),
                after == null ? null : after.excludable());
    }

    /** An entry whose digest covers the whole proposal. */
    static Entry proposal(String kind, VendorChange change, Actor actor, Instant at) {
        Proposal proposal = change.proposal();
        return of(kind, change, actor, at)
                .with("register", change.register())
                .with("kind", proposal.kind())
                .with("name", proposal.subprocessor().name())
                .with("replaces", proposal.replaces())
                .with("reason", proposal.reason())
                .with("personalData", proposal.personalData())
                .with("material", proposal.material())
                .with("securityCritical", proposal.securityCritical())
                .with("goLiveAt", proposal.goLiveAt())
                .with("subprocessor", proposal.subprocessor());
    }
}
