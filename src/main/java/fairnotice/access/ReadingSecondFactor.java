package fairnotice.access;

import fairnotice.refusal.Refused;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether an account has a second factor, and has to have one. */
@Service
public class ReadingSecondFactor {

    private final SecondFactors factors;

    ReadingSecondFactor(SecondFactors factors) {
        this.factors = factors;
    }

    /** @throws Refused when it is another's, and the actor does not read accounts */
    @Transactional(readOnly = true)
    public Optional<SecondFactor> of(String username, Actor actor) {
        if (!actor.id().equals(username)) {
            StaffRules.mayRead(actor);
        }
        return factors.find(username);
    }

    /** Whether this installation asks it of that member of staff. */
    public boolean isRequiredOf(Staff staff) {
        return factors.isRequiredOf(staff);
    }
}
