package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import java.time.Instant;

/** The ledger entries of a termination. */
final class TerminationEntries {

    private TerminationEntries() {}

    static Entry of(String kind, Termination termination, Actor actor, Instant at) {
        return Entry.of(kind, termination.reference(), actor.id(), at).with("objection", termination.objection());
    }

    /** An entry whose digest covers the whole worksheet. */
    static Entry elected(Termination termination, Instant at) {
        Actor contact = Actor.contact(termination.customer(), termination.electedBy());
        return of("termination.elected", termination, contact, at)
                .with("change", termination.change())
                .with("register", termination.register())
                .with("policyVersion", termination.policyVersion())
                .with("worksheet", termination.worksheet());
    }
}
