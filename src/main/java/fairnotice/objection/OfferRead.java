package fairnotice.objection;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Whether the offer that a customer answers still stands, and is the one that it has read: a newer one replaces every earlier one. */
@Service
class OfferRead {

    private static final Phrase OF_AN_EARLIER_ONE = Phrase.of("refused.offer.earlier-code");

    private final ObjectionContexts contexts;

    OfferRead(ObjectionContexts contexts) {
        this.contexts = contexts;
    }

    /**
     * @param objection as of now
     * @param seen how many offers there were on the page that was answered; null when that is not said
     * @throws Refused naming the offer that can be answered, or saying that none can
     */
    Objection mustStand(Objection objection, CustomerStep step, Integer seen) {
        boolean decides = step == CustomerStep.ACCEPT || step == CustomerStep.REJECT;
        if (decides && objection.state() == ObjectionState.AWAITING_OFFER && objection.offers() > 0) {
            throw Refused.conflict("refused.offer.answered", lastOffered(objection));
        }
        boolean unread = objection.state() == ObjectionState.OFFERED && seen != null && seen < objection.offers();
        if (unread) {
            throw Refused.conflict(newer(objection));
        }
        return objection;
    }

    /** What is wrong with a code, and that one for an earlier offer is none for this. */
    Refused wrongCode(Objection objection, Refused wrong) {
        if (objection.offers() < 2 || wrong.because() != Refused.Because.INVALID) {
            return wrong;
        }
        List<FieldProblem> problems = wrong.problems().stream()
                .map(problem ->
                        new FieldProblem(problem.field(), problem.phrase().and(OF_AN_EARLIER_ONE)))
                .toList();
        return Refused.invalid(problems);
    }

    private Phrase newer(Objection objection) {
        String made = lastOffered(objection);
        return contexts.of(objection)
                .replacedOffer()
                .map(earlier -> Phrase.of(
                        "refused.offer.newer.replacing", made, ObjectionEmails.day(earlier, contexts.zone(objection))))
                .orElseGet(() -> Phrase.of("refused.offer.newer", made));
    }

    private String lastOffered(Objection objection) {
        LocalDate day = LocalDate.ofInstant(objection.offer().offeredAt(), contexts.zone(objection));
        return ObjectionEmails.day(day, contexts.zone(objection));
    }
}
