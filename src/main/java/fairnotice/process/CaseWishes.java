package fairnotice.process;

import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.Wish;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the processes of objections what their customers have done. The tables record it first; a message that finds nobody waiting yet is
 * repeated until somebody does.
 */
@Component
class CaseWishes {

    private static final int AT_ONCE = 100;

    private static final Map<Wish, String> MESSAGES = Map.of(
            Wish.ANSWERED, "Message_OfferAnswered",
            Wish.CONTESTED, "Message_RefusalContested",
            Wish.ELECTED, "Message_OrdersElected",
            Wish.DROPPED, "Message_ObjectionDropped",
            Wish.MOOT, "Message_ObjectionMoot");

    private final Objections objections;
    private final CaseFacts facts;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;

    CaseWishes(Objections objections, CaseFacts facts, RuntimeService runtime, TransactionTemplate transaction) {
        this.objections = objections;
        this.facts = facts;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    /** @return whether any was heard */
    boolean tell() {
        boolean any = false;
        for (String reference : objections.wishing(AT_ONCE)) {
            any |= Boolean.TRUE.equals(transaction.execute(tx -> tell(reference)));
        }
        return any;
    }

    private boolean tell(String reference) {
        Objection objection = objections.hold(reference);
        if (objection.wish() == null) {
            return false;
        }
        boolean heard = !runtime.createMessageCorrelation(MESSAGES.get(objection.wish()))
                .processInstanceBusinessKey(reference)
                .setVariables(facts.of(reference))
                .correlateAllWithResult()
                .isEmpty();
        if (heard || isOver(reference)) {
            objections.keep(objection.heard());
            return true;
        }
        return false;
    }

    /** A process that has ended hears nothing more. */
    private boolean isOver(String reference) {
        return objections.isBegun(reference)
                && runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(reference)
                                .count()
                        == 0;
    }
}
