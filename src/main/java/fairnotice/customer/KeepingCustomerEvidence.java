package fairnotice.customer;

import fairnotice.ledger.CustomerEvidence;
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
    public Optional<String> whyNotYet(long customer) {
        if (!cases.among(Set.of(customer)).isEmpty()) {
            return Optional.of(
                    "This customer has an open case, and what was changed of its data is evidence in it. Please"
                            + " come back when the case is closed.");
        }
        return unconfirmed
                .of(customer)
                .map(change -> "A change of this customer waits for a second administrator, who needs to see what was"
                        + " changed. Please come back when it is confirmed, or changed back.");
    }

    @Override
    public boolean stays(String field) {
        return !CustomerFields.isPersonal(field);
    }
}
