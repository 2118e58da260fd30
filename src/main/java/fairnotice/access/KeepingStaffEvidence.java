package fairnotice.access;

import fairnotice.ledger.StaffEvidence;
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
    public Optional<String> whyNotYet(String username) {
        return staff.all().stream()
                .filter(member -> member.username().equals(username))
                .findFirst()
                .map(
                        member -> "The account of " + member.name()
                                + " is active, and the ledger has to say who acted. Please come back when the account is closed.");
    }
}
