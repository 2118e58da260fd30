package fairnotice.web.workspace.objection;

import fairnotice.access.Actor;
import fairnotice.change.VendorChanges;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.web.StaffScope;
import fairnotice.web.workspace.ObjectionLines;
import fairnotice.web.workspace.Page;
import fairnotice.web.workspace.Problems;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Objections, newest first: those open, or all; of one change, or of all. */
@Controller
class ObjectionListController {

    private final Objections objections;
    private final VendorChanges changes;
    private final ObjectionLines lines;
    private final StaffScope scope;

    ObjectionListController(Objections objections, VendorChanges changes, ObjectionLines lines, StaffScope scope) {
        this.objections = objections;
        this.changes = changes;
        this.lines = lines;
        this.scope = scope;
    }

    @GetMapping("/objections")
    String objections(
            @RequestParam(name = "change", required = false) String reference,
            @RequestParam(name = "all", defaultValue = "false") boolean all,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Actor actor,
            Model model) {
        String change = Problems.text(reference) == null ? null : change(reference.strip(), actor);
        model.addAttribute("change", change);
        model.addAttribute("all", all);
        model.addAttribute("page", Page.of(lines.of(found(change, all, number, actor)), number));
        if (change != null) {
            model.addAttribute("counts", objections.counts(change));
        }
        return "workspace/objections";
    }

    private String change(String reference, Actor actor) {
        scope.registerOf("change", reference, actor);
        return changes.getByReference(reference).reference();
    }

    private List<Objection> found(String change, boolean all, int number, Actor actor) {
        int offset = Page.offset(number);
        return change == null
                ? objections.recent(actor.scope(), !all, offset, Page.SIZE + 1)
                : objections.recent(change, !all, offset, Page.SIZE + 1);
    }
}
