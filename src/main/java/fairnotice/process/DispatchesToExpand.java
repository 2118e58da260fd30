package fairnotice.process;

import fairnotice.notice.Dispatch;
import fairnotice.notice.ExpandingDispatch;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import org.springframework.stereotype.Component;

/** Cuts what audiences are being told into messages, a page of each in turn. */
@Component
class DispatchesToExpand {

    private static final int AT_ONCE = 20;

    private final ExpandingDispatch cutting;
    private final Setbacks setbacks;

    DispatchesToExpand(ExpandingDispatch cutting, Workers workers) {
        this.cutting = cutting;
        this.setbacks = workers.setbacks("send");
    }

    /** @return whether there was a page to cut */
    boolean cut() {
        return setbacks.each(
                cutting.uncut(setbacks.past(AT_ONCE)),
                DispatchesToExpand::name,
                telling -> cutting.cutNextPage(telling.id()));
    }

    /** "announcement of OPSTICKET-2026-0007" */
    private static String name(Dispatch telling) {
        return telling.occasion().word() + " of " + telling.reference() + ", number " + telling.number();
    }
}
