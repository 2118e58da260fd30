package fairnotice.web.site;

import fairnotice.register.Register;
import fairnotice.web.Brand;
import fairnotice.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One change, as everybody may see it. */
@Controller
class ChangePageController {

    private final Published published;
    private final PublicChanges changes;

    ChangePageController(Published published, PublicChanges changes) {
        this.published = published;
        this.changes = changes;
    }

    @GetMapping("/r/{register}/changes/{reference}")
    String change(@PathVariable("register") String id, @PathVariable("reference") String reference, Model model) {
        Register register = published.register(id);
        PublicChange change = changes.find(id, reference)
                .orElseThrow(() -> new NoSuchPage("No change of that reference is announced here."));
        model.addAttribute("register", register);
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("change", change);
        return "site/change";
    }
}
