package fairnotice.web.workspace.change;

import fairnotice.change.VendorChange;
import fairnotice.change.WithdrawingChange;
import fairnotice.notice.EndingNotices;
import fairnotice.objection.Objections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what withdrawing a change would cause, to be read before it is confirmed. */
@Component
class WithdrawalModel {

    /** How many references of objections are listed. */
    private static final int FIRST = 50;

    /** @param more how many there are beyond those listed */
    record Listed(List<String> references, int more) {

        private static Listed of(List<String> all) {
            List<String> first = all.subList(0, Math.min(FIRST, all.size()));
            return new Listed(first, all.size() - first.size());
        }

        public int size() {
            return references.size() + more;
        }
    }

    private final WithdrawingChange withdrawing;
    private final EndingNotices ending;
    private final Objections objections;

    WithdrawalModel(WithdrawingChange withdrawing, EndingNotices ending, Objections objections) {
        this.withdrawing = withdrawing;
        this.ending = ending;
        this.objections = objections;
    }

    void fill(VendorChange change, Model model) {
        String reference = change.reference();
        model.addAttribute("obstacle", withdrawing.obstacle(change).orElse(null));
        model.addAttribute("audience", ending.audience(reference).orElse(null));
        model.addAttribute("moot", Listed.of(objections.open(reference, false)));
        model.addAttribute("terminating", Listed.of(objections.open(reference, true)));
        model.addAttribute("removal", withdrawing.proposesRemoval(change));
    }
}
