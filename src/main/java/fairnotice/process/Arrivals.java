package fairnotice.process;

import fairnotice.notice.NotifyingNewCustomers;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import org.springframework.stereotype.Component;

/** Looks whether customers have arrived, or changed, since a running change was announced. */
@Component
class Arrivals {

    private final NotifyingNewCustomers noticing;
    private final Setbacks setbacks;

    Arrivals(NotifyingNewCustomers noticing, Workers workers) {
        this.noticing = noticing;
        this.setbacks = workers.setbacks("look for new customers for");
    }

    /** @return whether any running change has new customers to look at */
    boolean look() {
        return setbacks.each(noticing.behind(), reference -> reference, noticing::lookForArrivals);
    }
}
