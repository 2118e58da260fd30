package fairnotice.objection;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Whether the offer that a customer answers still stands, and is the one that it has read: a newer one replaces every earlier one. */
@Service
class OfferRead {

    private static final String OF_AN_EARLIER_ONE =
            " A code that was mailed for an earlier offer does not count for this one, which has replaced it.";

    private final ObjectionContext file;

    OfferRead(ObjectionContext file) {
        this.file = file;
    }

    /**
     * @param objection as of now
     * @param seen how many offers there were on the page that was answered; null when that is not said
     * @throws Refused naming the offer that can be answered, or saying that none can
     */
    Objection mustStand(Objection objection, CustomerStep step, Integer seen) {
        boolean decides = step == CustomerStep.ACCEPT || step == CustomerStep.REJECT;
        if (decides && objection.state() == ObjectionState.CURE && objection.offers() > 0) {
            throw Refused.conflict(
                    "The offer of " + lastOffered(objection)
                            + " was answered and can no longer be accepted or rejected. Another offer follows, or word that none can be made.");
        }
        boolean unread = objection.state() == ObjectionState.OFFERED && seen != null && seen < objection.offers();
        if (unread) {
            throw Refused.conflict("An offer was made on " + lastOffered(objection)
                    + ", after your page was opened. " + replacing(objection)
                    + "Please read it first: it stands on this page. Nothing was sent.");
        }
        return objection;
    }

    /** What is wrong with a code, and that one for an earlier offer is none for this. */
    Refused wrongCode(Objection objection, Refused wrong) {
        if (objection.offers() < 2 || wrong.because() != Refused.Because.INVALID) {
            return wrong;
        }
        List<FieldProblem> problems = wrong.problems().stream()
                .map(problem -> new FieldProblem(problem.field(), problem.sentence() + OF_AN_EARLIER_ONE))
                .toList();
        return Refused.invalid(problems);
    }

    private String replacing(Objection objection) {
        return file.replacedOffer(objection)
                .map(earlier -> "It replaces the one of " + ObjectionEmails.day(earlier, zone(objection))
                        + ", which can no longer be accepted. ")
                .orElse("");
    }

    private String lastOffered(Objection objection) {
        LocalDate day = LocalDate.ofInstant(objection.offer().offeredAt(), zone(objection));
        return ObjectionEmails.day(day, zone(objection));
    }

    private ZoneId zone(Objection objection) {
        return file.policy(objection).zone();
    }
}
