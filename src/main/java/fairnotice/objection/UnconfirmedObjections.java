package fairnotice.objection;

import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was filed on the page open to all, and asks its address to confirm it; each in one transaction. */
@Service
class UnconfirmedObjections {

    /** Confirmed by nobody; counted from the mail that asked. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final UnconfirmedSubmissions filings;
    private final VendorChanges changes;
    private final Registers registers;
    private final ObjectionEmails letters;
    private final Clock clock;

    UnconfirmedObjections(
            UnconfirmedSubmissions filings,
            VendorChanges changes,
            Registers registers,
            ObjectionEmails letters,
            Clock clock) {
        this.filings = filings;
        this.changes = changes;
        this.registers = registers;
        this.letters = letters;
        this.clock = clock;
    }

    /** The same again, as a double click sends it, is kept once. @param wait real time until its mail may go out */
    @Transactional
    public void keep(Unconfirmed filing, VendorChange change, Duration wait) {
        filings.forget(filing.filedAt().minus(FORGOTTEN_AFTER));
        filings.add(filing, wait).filter(id -> wait.isZero()).ifPresent(id -> mail(id, change));
    }

    /** @return false when a mail went out for it meanwhile */
    @Transactional
    public boolean mail(long id) {
        return filings.lock(id)
                .filter(filing -> filing.mailedAt() == null)
                .map(filing -> mail(id, changes.getByReference(filing.change())))
                .orElse(false);
    }

    private boolean mail(long id, VendorChange change) {
        Instant now = clock.instant();
        Unconfirmed filing = filings.find(id).orElseThrow();
        letters.writeConfirmation(
                filing, change, registers.getById(change.register()).policy(), now);
        filings.mailed(filing, now);
        return true;
    }
}
