package fairnotice.process;

import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.PendingMessage;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the processes of objections what their customers have done. The tables record it first; a message that finds nobody waiting yet is
 * repeated until somebody does.
 */
@Component
class ObjectionMessageRelay {

    private static final int AT_ONCE = 100;

    /** A customer that rejected an offer and chose to leave before the first was heard is heard where the answer is awaited. */
    private static final Map<PendingMessage, List<String>> MESSAGES = Map.of(
            PendingMessage.ANSWERED, List.of("Message_OfferAnswered"),
            PendingMessage.CONTESTED, List.of("Message_RefusalContested"),
            PendingMessage.ELECTED, List.of("Message_OrdersElected", "Message_OfferAnswered"),
            PendingMessage.WITHDRAWN, List.of("Message_ObjectionDropped"),
            PendingMessage.MOOT, List.of("Message_ObjectionMoot"));

    private final Objections objections;
    private final ObjectionFacts facts;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final Setbacks setbacks;

    ObjectionMessageRelay(
            Objections objections,
            ObjectionFacts facts,
            RuntimeService runtime,
            TransactionTemplate transaction,
            Workers workers) {
        this.objections = objections;
        this.facts = facts;
        this.runtime = runtime;
        this.transaction = transaction;
        this.setbacks = workers.setbacks("carry out what the customer asked for in");
    }

    /** @return whether any was heard */
    boolean tell() {
        return setbacks.each(
                objections.withPendingMessage(setbacks.past(AT_ONCE)),
                reference -> reference,
                reference -> Boolean.TRUE.equals(transaction.execute(tx -> tell(reference))));
    }

    private boolean tell(String reference) {
        Objection objection = objections.lock(reference);
        if (objection.pendingMessage() == null) {
            return false;
        }
        boolean heard =
                MESSAGES.get(objection.pendingMessage()).stream().anyMatch(message -> isHeard(message, reference));
        if (heard || isOver(reference)) {
            objections.save(objection.heard());
            return true;
        }
        return false;
    }

    private boolean isHeard(String message, String reference) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference)
                .setVariables(facts.of(reference))
                .correlateAllWithResult()
                .isEmpty();
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
