package fairnotice.web.api;

import fairnotice.change.Proposal;
import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Subprocessor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a new proposal as it was sent. What a MODIFY leaves out of its entry stays as the list states it. */
@Component
class SentProposals {

    private final RegisterVersions versions;

    SentProposals(RegisterVersions versions) {
        this.versions = versions;
    }

    private record Listed(Subprocessor subprocessor) {}

    /** @throws fairnotice.refusal.Refused naming the first field that is unknown or of another type */
    Proposal read(String register, JsonBody body) {
        ProposedChange sent = body.as(ProposedChange.class);
        return modified(register, sent)
                .map(entry -> body.over(new Listed(entry)).as(ProposedChange.class))
                .orElse(sent)
                .proposal();
    }

    private Optional<Subprocessor> modified(String register, ProposedChange sent) {
        return sent.kind() == ChangeKind.MODIFY && sent.subprocessor() != null
                ? versions.current(register).entry(sent.subprocessor().name())
                : Optional.empty();
    }
}
