package fairnotice.termination;

import fairnotice.ledger.CustomerEvidence;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Until a refund is paid, nobody erases what was changed of the data that it is worked out from. */
@Service
class KeepingRefundEvidence implements CustomerEvidence {

    private final Terminations terminations;

    KeepingRefundEvidence(Terminations terminations) {
        this.terminations = terminations;
    }

    @Override
    public Optional<String> whyNotYet(long customer) {
        return terminations.ofCustomer(customer).stream()
                .filter(termination -> termination.state().isBeforePayment())
                .findFirst()
                .map(termination -> "The refund of the termination " + termination.reference()
                        + " is not paid yet, and what was changed of this customer's data is evidence for it. Please come"
                        + " back when the refund is paid.");
    }
}
