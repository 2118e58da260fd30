package fairnotice.change;

import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;

/** A removal states nothing new about the vendor: it carries what the list says of it. */
final class Removal {

    private Removal() {}

    static Proposal completed(Proposal proposal, RegisterVersion listed) {
        if (proposal.kind() != ChangeKind.REMOVE || proposal.subprocessor() == null) {
            return proposal;
        }
        Subprocessor entry = listed.entry(proposal.subprocessor().name()).orElse(proposal.subprocessor());
        return new Proposal(
                proposal.kind(),
                proposal.replaces(),
                true,
                proposal.material(),
                proposal.securityCritical(),
                proposal.goLiveAt(),
                proposal.reason(),
                entry);
    }
}
