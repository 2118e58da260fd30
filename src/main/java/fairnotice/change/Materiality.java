package fairnotice.change;

import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * When a change is material whatever its proposer says: a new legal entity, purpose, data category, location or transfer always is
 * (GDPR art. 28(2): any intended change concerning the addition or replacement of other processors).
 */
final class Materiality {

    private Materiality() {}

    /** What makes it material, in words for the reviewer; empty when nothing does. */
    static List<String> newFacts(Proposal proposal, RegisterVersion listed) {
        if (proposal.kind() == ChangeKind.ADD || proposal.kind() == ChangeKind.REPLACE) {
            return List.of("a new legal entity");
        }
        if (proposal.kind() == ChangeKind.REMOVE) {
            return List.of();
        }
        return listed.entry(proposal.entryName())
                .map(before -> changed(before, proposal.subprocessor()))
                .orElse(List.of());
    }

    private static List<String> changed(Subprocessor before, Subprocessor after) {
        List<String> facts = new ArrayList<>();
        addIf(facts, before.legalEntity(), after.legalEntity(), "a new legal entity");
        addIf(facts, before.purpose(), after.purpose(), "a new purpose");
        addIf(facts, before.dataCategories(), after.dataCategories(), "a new data category");
        addIf(facts, before.location(), after.location(), "a new location");
        addIf(facts, before.transfer(), after.transfer(), "a new transfer");
        return facts;
    }

    /** A value that was not stated before and is now is a disclosure, not a change of facts. */
    private static void addIf(List<String> facts, String before, String after, String fact) {
        if (before != null && !Objects.equals(before.strip(), after == null ? "" : after.strip())) {
            facts.add(fact);
        }
    }
}
