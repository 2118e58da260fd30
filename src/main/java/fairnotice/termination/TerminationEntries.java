package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.termination.Worksheet.Total;
import java.time.Instant;
import java.util.Optional;

/** The ledger entries of a termination. */
final class TerminationEntries {

    private TerminationEntries() {}

    static Entry of(String kind, Termination termination, Actor actor, Instant at) {
        return Entry.of(kind, termination.reference(), actor.id(), at).with("objection", termination.objection());
    }

    /** With what became of each refund. */
    static Entry refunds(Entry entry, Termination before, Termination after) {
        Entry told = entry;
        for (Total total : after.totals()) {
            Optional<Total> earlier = before.totals().stream()
                    .filter(each -> each.currency().equals(total.currency()))
                    .findFirst();
            String path = "refunds/" + total.currency();
            told = told.changed(path + "/net", earlier.map(Total::net).orElse(null), total.net())
                    .changed(path + "/gross", earlier.map(Total::gross).orElse(null), total.gross());
        }
        return told;
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
