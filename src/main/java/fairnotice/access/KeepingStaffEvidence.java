package fairnotice.access;

import fairnotice.ledger.StaffEvidence;
import fairnotice.refusal.Phrase;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Nobody erases alone who a colleague is, and which roles they act with. */
@Service
class KeepingStaffEvidence implements StaffEvidence {

    private final StaffDirectory staff;

    KeepingStaffEvidence(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public Optional<Phrase> whyNotYet(String username) {
        return staff.all().stream()
                .filter(member -> member.username().equals(username))
                .findFirst()
                .map(member -> Phrase.of("refused.erasure.account-active", member.name()));
    }
}
