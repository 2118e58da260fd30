package fairnotice.notice;

import fairnotice.change.AdvancingChange;
import fairnotice.change.Step;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.mailserver.MailReadiness;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announcing a change: audience, terms and policy version are frozen from here on. Done again, it changes nothing. */
@Service
public class AnnouncingChange {

    private final AdvancingChange advancing;
    private final VendorChanges changes;
    private final Registers registers;
    private final Dispatches tellings;
    private final Correspondence correspondence;
    private final MailReadiness mail;
    private final Clock clock;

    AnnouncingChange(
            AdvancingChange advancing,
            VendorChanges changes,
            Registers registers,
            Dispatches tellings,
            Correspondence correspondence,
            MailReadiness mail,
            Clock clock) {
        this.advancing = advancing;
        this.changes = changes;
        this.registers = registers;
        this.tellings = tellings;
        this.correspondence = correspondence;
        this.mail = mail;
        this.clock = clock;
    }

    /** @throws fairnotice.refusal.Refused while no mail can be sent: it waits, and nothing is frozen */
    @Transactional
    public void announce(String reference, int round) {
        boolean counts = advancing.advance(reference, round, Step.ANNOUNCED);
        if (!counts || tellings.last(reference, round, Occasion.ANNOUNCEMENT).isPresent()) {
            return;
        }
        mail.mustWork();
        VendorChange change = changes.getByReference(reference);
        int policyVersion = registers.getById(change.register()).policy().version();
        Instant now = clock.instant();
        correspondence.open(change, change.round(), policyVersion, Occasion.ANNOUNCEMENT, 0, 0, now);
    }
}
