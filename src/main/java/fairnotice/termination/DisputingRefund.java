package fairnotice.termination;

import fairnotice.attachment.Attachment;
import fairnotice.objection.DisputingSettlement;
import fairnotice.refusal.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer does not agree that less is refunded than was worked out when it terminated, or that nothing is. */
@Service
public class DisputingRefund {

    private final Terminations terminations;
    private final DisputingSettlement disputing;

    DisputingRefund(Terminations terminations, DisputingSettlement disputing) {
        this.terminations = terminations;
        this.disputing = disputing;
    }

    /**
     * @param objection reference of the objection that led to the termination
     * @param by an actor's id
     * @throws Refused where no lower refund was approved, and it is not settled that none is due
     */
    @Transactional
    public void dispute(String objection, String by, String text, List<Attachment> attachments) {
        boolean disputable =
                terminations.of(objection).filter(Termination::isDisputable).isPresent();
        if (!disputable) {
            throw Refused.conflict("refused.dispute.nothing-lower");
        }
        disputing.dispute(objection, by, text, attachments);
    }
}
