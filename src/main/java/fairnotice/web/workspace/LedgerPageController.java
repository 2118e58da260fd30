package fairnotice.web.workspace;

import fairnotice.ledger.Head;
import fairnotice.ledger.Verification;
import fairnotice.ledger.VerifyingLedger;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the ledger holds about one subject, and whether it is whole. For administrators and auditors. */
@Controller
class LedgerPageController {

    private final Timeline timeline;
    private final VerifyingLedger verifying;

    LedgerPageController(Timeline timeline, VerifyingLedger verifying) {
        this.timeline = timeline;
        this.verifying = verifying;
    }

    /** @param verify whether the whole chain is to be walked; it only reads */
    @GetMapping("/ledger")
    String ledger(
            @RequestParam(name = "subject", defaultValue = "") String subject,
            @RequestParam(name = "verify", defaultValue = "false") boolean verify,
            Model model) {
        model.addAttribute("subject", subject.strip());
        model.addAttribute("zone", ZoneId.of("UTC"));
        if (!subject.isBlank()) {
            model.addAttribute("events", timeline.about(subject.strip()));
        }
        if (verify) {
            show(verifying.verify(Head.GENESIS), model);
        }
        return "workspace/ledger";
    }

    private static void show(Verification found, Model model) {
        if (found instanceof Verification.Intact intact) {
            model.addAttribute("intact", intact);
        } else if (found instanceof Verification.Broken broken) {
            model.addAttribute("broken", broken);
        }
    }
}
