package fairnotice.web.site;

import fairnotice.register.Register;
import fairnotice.web.Brand;
import fairnotice.web.NoSuchPage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One change, as everybody may see it. */
@Controller
class ChangePageController {

    private final Published published;
    private final PublicChanges changes;
    private final Clock clock;

    ChangePageController(Published published, PublicChanges changes, Clock clock) {
        this.published = published;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/r/{register}/changes/{reference}")
    String change(@PathVariable("register") String id, @PathVariable("reference") String reference, Model model) {
        Register register = published.register(id);
        PublicChange change = changes.find(id, reference).orElseThrow(() -> new NoSuchPage());
        model.addAttribute("register", register);
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("change", change);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, register.zone());
        model.addAttribute("objections", change.takesObjectionsOn(today, register.zone()));
        model.addAttribute("past", change.isPastEarliestUseOn(today));
        model.addAttribute("late", change.isLateAt(now));
        return "site/change";
    }
}
