package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.mailserver.MailReadiness;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bringing a change into effect: a new version of its register, once, and only when every condition is met. */
@Service
public class PublishingChange {

    private final Registers registers;
    private final RegisterVersions versions;
    private final VendorChanges changes;
    private final List<PublicationConditions> conditions;
    private final MailReadiness mail;
    private final Ledger ledger;
    private final Clock clock;

    PublishingChange(
            Registers registers,
            RegisterVersions versions,
            VendorChanges changes,
            List<PublicationConditions> conditions,
            MailReadiness mail,
            Ledger ledger,
            Clock clock) {
        this.registers = registers;
        this.versions = versions;
        this.changes = changes;
        this.conditions = conditions;
        this.mail = mail;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return what is still missing, in a sentence; empty when the change is in effect, or is withdrawn or amended and so not to be
     *     published at all
     * @throws fairnotice.refusal.Refused when customers are to be told of it right after, and no mail can be sent
     */
    @Transactional
    public Optional<String> publish(String reference, int round) {
        VendorChange change = changes.lock(reference);
        boolean overtaken =
                change.state() == ChangeState.WITHDRAWN || change.round().number() != round;
        if (overtaken || change.isPublished()) {
            return Optional.empty();
        }
        if (change.state().isBeforeAnnouncement() && change.round().review().track() == Track.EXPEDITED) {
            mail.mustWork();
        }
        Instant now = clock.instant();
        Optional<String> missing = conditions.stream()
                .flatMap(condition -> condition.missing(change, now).stream())
                .findFirst();
        if (missing.isEmpty()) {
            bringIntoEffect(change, now);
        }
        return missing;
    }

    private void bringIntoEffect(VendorChange change, Instant now) {
        Register register = registers.getById(change.register());
        RegisterVersion listed = versions.lock(register.id());
        RegisterVersion next = RevisedList.after(listed, change, now, register.zone());
        versions.add(next);
        changes.save(change.published(now));
        Proposal proposal = change.proposal();
        ledger.record(ChangeEntries.entry(
                ChangeEntries.of("change.published", change, Actor.SYSTEM, now)
                        .with("register", register.id())
                        .with("version", next.number()),
                proposal.kind() == ChangeKind.ADD
                        ? null
                        : listed.entry(proposal.entryName()).orElse(null),
                proposal.kind() == ChangeKind.REMOVE ? null : proposal.subprocessor()));
    }
}
