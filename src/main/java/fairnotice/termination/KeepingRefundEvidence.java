package fairnotice.termination;

import fairnotice.ledger.CustomerEvidence;
import fairnotice.refusal.Phrase;
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
    public Optional<Phrase> whyNotYet(long customer) {
        return terminations.ofCustomer(customer).stream()
                .filter(termination -> termination.state().isBeforePayment())
                .findFirst()
                .map(termination -> Phrase.of("refused.erasure.refund-unpaid", termination.reference()));
    }
}
