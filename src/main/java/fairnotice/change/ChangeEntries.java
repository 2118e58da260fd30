package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import java.time.Instant;

/** The ledger entries of a change. */
final class ChangeEntries {

    private ChangeEntries() {}

    static Entry of(String kind, VendorChange change, Actor actor, Instant at) {
        return Entry.of(kind, change.reference(), actor.id(), at)
                .with("round", change.round().number());
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
