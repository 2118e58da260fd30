package fairnotice.change;

import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;

/** A proposal with what it leaves to the list: all that is said of an entry to be removed, and an entry's category where none is stated. */
final class CompletedProposal {

    private CompletedProposal() {}

    static Proposal of(Proposal proposal, RegisterVersion listed) {
        Subprocessor stated = proposal.subprocessor();
        if (stated == null || proposal.kind() == null) {
            return proposal;
        }
        return switch (proposal.kind()) {
            case ADD -> proposal;
            case REMOVE -> with(proposal, true, listed.entry(stated.name()).orElse(stated));
            case REPLACE, MODIFY -> with(proposal, proposal.personalData(), inItsCategory(proposal, listed));
        };
    }

    /** Nothing said about the category leaves the entry where it stands; a blank is a choice still to be made. */
    private static Subprocessor inItsCategory(Proposal proposal, RegisterVersion listed) {
        Subprocessor stated = proposal.subprocessor();
        String touched = proposal.kind() == ChangeKind.REPLACE ? proposal.replaces() : stated.name();
        return stated.category() != null
                ? stated
                : listed.entry(touched)
                        .map(entry -> stated.under(entry.category()))
                        .orElse(stated);
    }

    private static Proposal with(Proposal proposal, boolean personalData, Subprocessor entry) {
        return new Proposal(
                proposal.kind(),
                proposal.replaces(),
                personalData,
                proposal.material(),
                proposal.securityCritical(),
                proposal.goLiveAt(),
                proposal.reason(),
                entry);
    }
}
