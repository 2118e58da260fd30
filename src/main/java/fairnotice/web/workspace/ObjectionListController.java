package fairnotice.web.workspace;

import fairnotice.change.VendorChanges;
import fairnotice.objection.Objections;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Objections, newest first: those open, or all; of one change, or of all. */
@Controller
class ObjectionListController {

    private final Objections objections;
    private final VendorChanges changes;
    private final CaseLines lines;

    ObjectionListController(Objections objections, VendorChanges changes, CaseLines lines) {
        this.objections = objections;
        this.changes = changes;
        this.lines = lines;
    }

    @GetMapping("/objections")
    String objections(
            @RequestParam(name = "change", required = false) String reference,
            @RequestParam(name = "all", defaultValue = "false") boolean all,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        String change = Problems.text(reference) == null
                ? null
                : changes.named(reference.strip()).reference();
        model.addAttribute("change", change);
        model.addAttribute("all", all);
        model.addAttribute(
                "page", Page.of(lines.of(objections.recent(change, !all, Page.offset(number), Page.SIZE + 1)), number));
        if (change != null) {
            model.addAttribute("counts", objections.counts(change));
        }
        return "workspace/objections";
    }
}
