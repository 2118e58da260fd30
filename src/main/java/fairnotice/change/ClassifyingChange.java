package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.register.NoticePolicy;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking the table which track a change takes, and keeping its answer with the reason. */
@Service
public class ClassifyingChange {

    private final Registers registers;
    private final RegisterVersions versions;
    private final VendorChanges changes;
    private final AnnouncedBefore announced;
    private final Ledger ledger;
    private final Clock clock;

    ClassifyingChange(
            Registers registers,
            RegisterVersions versions,
            VendorChanges changes,
            AnnouncedBefore announced,
            Ledger ledger,
            Clock clock) {
        this.registers = registers;
        this.versions = versions;
        this.changes = changes;
        this.announced = announced;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the table is asked with. */
    @Transactional(readOnly = true)
    public TrackFacts facts(String reference) {
        VendorChange change = changes.getByReference(reference);
        return facts(change.register(), change.proposal());
    }

    /** What the table would be asked with for a proposal nobody has made yet. */
    @Transactional(readOnly = true)
    public TrackFacts facts(String register, Proposal proposal) {
        NoticePolicy policy = registers.getById(register).policy();
        List<String> newFacts =
                Materiality.newFacts(proposal, versions.current(register)).all();
        return new TrackFacts(
                proposal.kind(),
                proposal.personalData(),
                proposal.material() || !newFacts.isEmpty(),
                proposal.securityCritical(),
                policy.expedited() != null,
                policy.listRemovedUntilNoticeEnds(),
                policy.promisesNoticeOf(proposal.kind()),
                newFacts);
    }

    /** What no table can answer and a reviewer has to check, in a sentence of the language that is spoken; empty when nothing is. */
    @Transactional(readOnly = true)
    public Optional<String> question(String register, Proposal proposal) {
        RegisterVersion listed = versions.current(register);
        List<String> questions = Stream.concat(
                        ThirdCountries.question(proposal, listed).stream(), texts(proposal, listed).stream())
                .toList();
        return questions.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", questions));
    }

    private static Optional<String> texts(Proposal proposal, RegisterVersion listed) {
        List<String> texts = Materiality.textsChanged(proposal, listed);
        boolean silent = !proposal.material()
                && Materiality.newFacts(proposal, listed).all().isEmpty();
        return silent && !texts.isEmpty()
                ? Optional.of(Phrase.of(
                                "said.question.texts",
                                texts.stream()
                                        .map(text -> Phrase.of("said.text." + text))
                                        .toList())
                        .said())
                : Optional.empty();
    }

    /** Keeps what the table said. A change withdrawn meanwhile is left as it is. */
    @Transactional
    public void keep(String reference, Track track, String reason, List<String> newFacts) {
        VendorChange change = changes.lock(reference);
        if (change.state() != ChangeState.IN_REVIEW) {
            return;
        }
        Instant now = clock.instant();
        changes.save(announced.added(change.classified(new Classification(track, reason, newFacts))));
        ledger.record(ChangeEntries.of("change.classified", change, Actor.SYSTEM, now)
                .with("track", track)
                .with("rule", reason)
                .with("newFacts", String.join(", ", newFacts)));
    }
}
