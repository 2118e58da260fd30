package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.access.StaffDirectory;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certifying that what a change states for the first time was so before: it corrects the list and is owed no notice. The certificate of a
 * second person of the legal group is asked for as {@link ReviewingChange#approveSecond} has it.
 */
@Service
public class CertifyingCorrection {

    private final Registers registers;
    private final RegisterVersions versions;
    private final VendorChanges changes;
    private final StaffDirectory staff;
    private final Ledger ledger;
    private final Clock clock;

    CertifyingCorrection(
            Registers registers,
            RegisterVersions versions,
            VendorChanges changes,
            StaffDirectory staff,
            Ledger ledger,
            Clock clock) {
        this.registers = registers;
        this.versions = versions;
        this.changes = changes;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param soSince the day since which it is so, in the register's zone; no later than that on which the entry was listed
     * @param comment how that is known
     * @throws Refused when the change brings more than facts stated for the first time
     */
    @Transactional
    public void certify(String reference, LocalDate soSince, String comment, Actor reviewer) {
        VendorChange change = changes.lock(reference);
        StaffRules.mayCertify(change, reviewer, staff.colleagues());
        obstacle(change).ifPresent(phrase -> {
            throw Refused.conflict(phrase);
        });
        Register register = registers.getById(change.register());
        String name = change.proposal().entryName();
        CorrectionRules.dayFits(
                soSince, name, CorrectionRules.listedSince(name, versions.all(register.id()), register.zone()));
        new TextRules().paragraph("comment", "refused.name.how-known", comment).orRefuse();
        Instant now = clock.instant();
        VendorChange certified = change.approved(Review.certifying(soSince, reviewer.id(), now, comment));
        changes.save(certified);
        ledger.record(ChangeEntries.of("change.certified", change, reviewer, now)
                .with("soSince", soSince)
                .with("comment", comment));
    }

    /** Why a change cannot be certified as a correction. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(VendorChange change) {
        return CorrectionRules.obstacle(
                change, Materiality.newFacts(change.proposal(), versions.current(change.register())));
    }
}
