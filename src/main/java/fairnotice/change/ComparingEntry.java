package fairnotice.change;

import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import fairnotice.register.Subprocessor;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comparing an entry as a round of a change found it with what the round makes of it. The list of that time is read, not today's: once the
 * change is published both would be the same.
 */
@Service
public class ComparingEntry {

    private final Registers registers;
    private final RegisterVersions versions;
    private final VendorChanges changes;

    ComparingEntry(Registers registers, RegisterVersions versions, VendorChanges changes) {
        this.registers = registers;
        this.versions = versions;
        this.changes = changes;
    }

    /** By its present round. */
    @Transactional(readOnly = true)
    public BeforeAndAfter compare(VendorChange change) {
        return compared(change, change.proposal(), () -> foundBy(change));
    }

    /** @param number of the present round or an earlier one */
    @Transactional(readOnly = true)
    public BeforeAndAfter compare(VendorChange change, int number) {
        if (number == change.round().number()) {
            return compare(change);
        }
        Round round = numbered(change, number);
        Round amended = numbered(change, number + 1);
        return compared(change, round.proposal(), () -> versions.at(change.register(), amended.proposedAt()));
    }

    /** The entry is claimed from the proposal to the end: no other change alters it between any two moments of a round. */
    private Optional<RegisterVersion> foundBy(VendorChange change) {
        if (change.isPublished()) {
            return versions.before(change.register(), change.reference());
        }
        if (change.announcedAt() != null) {
            return versions.at(change.register(), change.announcedAt());
        }
        return change.state().isEnded()
                ? versions.at(change.register(), change.round().proposedAt())
                : Optional.of(versions.current(change.register()));
    }

    private BeforeAndAfter compared(VendorChange change, Proposal proposal, Supplier<Optional<RegisterVersion>> found) {
        Subprocessor before = proposal.kind() == ChangeKind.ADD
                ? null
                : found.get()
                        .flatMap(version -> version.entry(proposal.entryName()))
                        .orElse(null);
        return BeforeAndAfter.of(
                proposal, before, registers.getById(change.register()).categories());
    }

    private Round numbered(VendorChange change, int number) {
        return changes.rounds(change.reference()).stream()
                .filter(round -> round.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
