package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import fairnotice.register.StoredRegisters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposing a vendor change: checked, numbered, claimed, recorded, and handed to the process. */
@Service
public class ProposingChange {

    private final Registers registers;
    private final StoredRegisters stored;
    private final RegisterVersions versions;
    private final VendorChanges changes;
    private final ChangeProcess process;
    private final Ledger ledger;
    private final Clock clock;

    ProposingChange(
            Registers registers,
            StoredRegisters stored,
            RegisterVersions versions,
            VendorChanges changes,
            ChangeProcess process,
            Ledger ledger,
            Clock clock) {
        this.registers = registers;
        this.stored = stored;
        this.versions = versions;
        this.changes = changes;
        this.process = process;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return the change, in review
     * @throws Refused naming every field that is not right, or the running change that is in the way
     */
    @Transactional
    public VendorChange propose(String registerId, Proposal proposal, Actor proposer) {
        StaffRules.mustBeStaff(proposer, registerId);
        Register register = registers.getById(registerId);
        Proposal whole = completed(register, proposal);
        Instant now = clock.instant();
        String reference = changes.nextReference(
                register.id(), register.prefix(), now.atZone(register.zone()).getYear());
        VendorChange change = VendorChange.propose(reference, register.id(), whole, proposer.id(), now);
        changes.add(change);
        stillFits(whole, register);
        ledger.record(ChangeEntries.proposal("change.proposed", change, proposer, now));
        process.begin(reference);
        return changes.getByReference(reference);
    }

    /**
     * Looked at again behind the claim: a change of the same entry may have been published, or the register archived, while we waited for
     * it.
     */
    private void stillFits(Proposal proposal, Register register) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), register.zone());
        List<FieldProblem> problems = ProposalRules.problems(proposal, register, versions.lock(register.id()), today);
        if (stored.read(register.id()).orElseThrow().register().archivedAt() != null) {
            throw Refused.conflict("refused.register.archived");
        }
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }

    /** The proposal as it would be proposed: with what it leaves to the list, whatever is wrong with it. */
    @Transactional(readOnly = true)
    public Proposal whole(String registerId, Proposal proposal) {
        return CompletedProposal.of(proposal, versions.current(registerId));
    }

    /** What is wrong with a proposal, without proposing it. */
    @Transactional(readOnly = true)
    public List<FieldProblem> problems(String registerId, Proposal proposal) {
        Register register = registers.getById(registerId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), register.zone());
        RegisterVersion listed = versions.current(registerId);
        return ProposalRules.problems(CompletedProposal.of(proposal, listed), register, listed, today);
    }

    /** What is wrong with its texts where one of them is longer than fits, so that nothing is foreseen of it; else empty. */
    public List<FieldProblem> overlong(Proposal proposal) {
        return ProposalRules.overlong(proposal);
    }

    /** The proposal with what it leaves to the list. @throws Refused naming every problem */
    Proposal completed(Register register, Proposal proposal) {
        Proposal whole = CompletedProposal.of(proposal, versions.current(register.id()));
        List<FieldProblem> problems = problems(register.id(), whole);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        return whole;
    }
}
