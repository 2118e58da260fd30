package fairnotice.customer;

import fairnotice.ledger.CustomerEvidence;
import fairnotice.refusal.Phrase;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** While a case rests on a customer's data, nobody erases what was changed of them; what it bought and paid is no personal data. */
@Service
class KeepingCustomerEvidence implements CustomerEvidence {

    private final OpenObjections cases;
    private final UnconfirmedChanges unconfirmed;

    KeepingCustomerEvidence(OpenObjections cases, UnconfirmedChanges unconfirmed) {
        this.cases = cases;
        this.unconfirmed = unconfirmed;
    }

    @Override
    public Optional<Phrase> whyNotYet(long customer) {
        if (!cases.among(Set.of(customer)).isEmpty()) {
            return Optional.of(Phrase.of("refused.erasure.case-open"));
        }
        return unconfirmed.of(customer).map(change -> Phrase.of("refused.erasure.change-waits"));
    }

    @Override
    public boolean stays(String field) {
        return !CustomerFields.isPersonal(field);
    }
}
