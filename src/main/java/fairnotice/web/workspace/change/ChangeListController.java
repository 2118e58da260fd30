package fairnotice.web.workspace.change;

import fairnotice.access.Actor;
import fairnotice.access.Scope;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import fairnotice.web.workspace.Page;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All changes, newest first. */
@Controller
class ChangeListController {

    record Line(
            String reference,
            String publisher,
            ChangeKind kind,
            String name,
            ChangeState state,
            Instant proposedAt,
            ZoneId zone) {}

    private final VendorChanges changes;
    private final Publishers publishers;

    ChangeListController(VendorChanges changes, Publishers publishers) {
        this.changes = changes;
        this.publishers = publishers;
    }

    @GetMapping("/changes")
    String changes(
            @RequestParam(name = "register", required = false) String id,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Actor actor,
            Model model) {
        String register = Problems.text(id) == null
                ? null
                : publishers.of(id.strip(), actor).id();
        Scope within = register == null ? actor.scope() : Scope.of(register);
        Map<String, Register> byId = publishers.byId();
        model.addAttribute(
                "changes",
                Page.of(
                        changes.recent(within, Page.offset(number), Page.SIZE + 1).stream()
                                .map(change -> line(change, byId.get(change.register())))
                                .toList(),
                        number));
        model.addAttribute("registers", publishers.within(actor.scope()));
        model.addAttribute("chosen", register);
        return "workspace/changes";
    }

    private static Line line(VendorChange change, Register register) {
        return new Line(
                change.reference(),
                register.name(),
                change.proposal().kind(),
                change.proposal().subprocessor().name(),
                change.state(),
                change.round().proposedAt(),
                register.zone());
    }
}
