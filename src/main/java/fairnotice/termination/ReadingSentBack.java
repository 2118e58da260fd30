package fairnotice.termination;

import fairnotice.ledger.Ledger;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Why an altered refund is to be approved anew: what the second person wrote who did not agree. */
@Service
public class ReadingSentBack {

    /** @param by user name @param why null once it was erased */
    public record SentBack(String by, String why) {}

    private final Ledger ledger;

    ReadingSentBack(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Empty where it was not sent back, or was judged since. */
    public Optional<SentBack> of(Termination termination) {
        if (termination.state() != TerminationState.CALCULATED) {
            return Optional.empty();
        }
        return ledger.about(termination.reference()).stream()
                .filter(entry -> entry.kind().equals("refund.returned"))
                .reduce((earlier, later) -> later)
                .map(entry -> new SentBack(entry.actor(), entry.content().get("comment")));
    }
}
