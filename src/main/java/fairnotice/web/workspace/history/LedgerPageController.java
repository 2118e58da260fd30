package fairnotice.web.workspace.history;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.ledger.Head;
import fairnotice.ledger.Verification;
import fairnotice.ledger.VerifyingLedger;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.StaffScope;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the ledger holds about one subject, and whether it is whole. For administrators and auditors. */
@Controller
class LedgerPageController {

    /** The end of the chain as somebody kept it, as typed. */
    record KeptHead(String head) {}

    /** The ledger is of no register, so its times are shown in UTC. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Timeline timeline;
    private final VerifyingLedger verifying;
    private final StaffScope scope;

    LedgerPageController(Timeline timeline, VerifyingLedger verifying, StaffScope scope) {
        this.timeline = timeline;
        this.verifying = verifying;
        this.scope = scope;
    }

    /**
     * @param verify whether the whole chain is to be walked; it only reads
     * @param head as the page showed it earlier; empty when none was kept
     */
    @GetMapping("/ledger")
    String ledger(
            @RequestParam(name = "subject", defaultValue = "") String subject,
            @RequestParam(name = "verify", defaultValue = "false") boolean verify,
            @RequestParam(name = "head", defaultValue = "") String head,
            Actor actor,
            Model model) {
        Scope within = actor.scope(Role.ADMIN, Role.AUDITOR);
        model.addAttribute("subject", subject.strip());
        model.addAttribute("zone", UTC);
        if (!subject.isBlank()) {
            model.addAttribute(
                    "events",
                    scope.includes(within, subject.strip()) ? timeline.about(subject.strip(), null) : List.of());
        }
        BindingResult errors = FormErrors.of(new KeptHead(head), model);
        model.addAttribute("mayVerify", within.all());
        model.addAttribute("erases", actor.scope(Role.ADMIN).all());
        if (verify && !within.all()) {
            throw Refused.notAllowed("refused.ledger.verifiers");
        }
        if (verify) {
            verify(head, errors, model);
        }
        return "workspace/ledger";
    }

    private void verify(String head, BindingResult errors, Model model) {
        try {
            show(verifying.verify(head.isBlank() ? Head.GENESIS : Head.read("head", head)), model);
        } catch (Refused unreadable) {
            FormErrors.show(unreadable, errors);
        }
    }

    private static void show(Verification found, Model model) {
        if (found instanceof Verification.Intact intact) {
            model.addAttribute("intact", intact);
        } else if (found instanceof Verification.Broken broken) {
            model.addAttribute("broken", broken);
        }
    }
}
