package fairnotice.objection;

import fairnotice.change.PublicationConditions;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.refusal.Phrase;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Invariant 2, for the register as a whole: no change is published while an objection to it is open or unmatched, unless its customer was
 * left out by a recorded decision. Asked inside the publishing transaction, which filings cannot overtake.
 */
@Service
class ObjectionsAreSettled implements PublicationConditions {

    private final Objections objections;

    ObjectionsAreSettled(Objections objections) {
        this.objections = objections;
    }

    @Override
    public Optional<String> missing(VendorChange change, Instant at) {
        return change.round().track() == Track.NOTICE && objections.anyInTheWay(change.reference(), at)
                ? Optional.of(Phrase.of("said.condition.open-objection").english())
                : Optional.empty();
    }
}
