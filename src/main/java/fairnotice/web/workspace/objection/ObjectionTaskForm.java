package fairnotice.web.workspace.objection;

import fairnotice.inbox.Completion;
import fairnotice.objection.RefusalReason;
import fairnotice.refusal.Refused;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.Settlement.Cure;
import fairnotice.web.workspace.Problems;
import org.apache.commons.lang3.EnumUtils;

/**
 * What somebody decides about an objection, as typed.
 *
 * @param comment reasons, or the words of an offer
 * @param reason why it is refused
 * @param until as {@code <input type="date">} sends it; empty for an exemption without end
 * @param customer the publisher's own id of it
 * @param servedOn for a letter served by post or in person, with its {@code proof}
 * @param contact for writing again: its id
 */
record ObjectionTaskForm(
        String outcome,
        String comment,
        String reason,
        String cure,
        String until,
        String customer,
        String servedOn,
        String proof,
        String contact) {

    static ObjectionTaskForm matching(String customer) {
        return new ObjectionTaskForm(null, null, null, null, null, customer, null, null, null);
    }

    /** @throws Refused when nothing was chosen or something cannot be read */
    Completion completion() {
        if (outcome == null || outcome.isBlank()) {
            throw Refused.invalid("outcome", "refused.task.choose");
        }
        return new Completion(
                outcome,
                Problems.text(comment),
                null,
                null,
                null,
                null,
                WrittenDay.typed("servedOn", servedOn),
                Problems.text(proof),
                Problems.id(contact),
                new Completion.Settling(
                        EnumUtils.getEnum(RefusalReason.class, reason),
                        EnumUtils.getEnum(Cure.class, cure),
                        WrittenDay.typed("until", until),
                        customer),
                null,
                null);
    }
}
