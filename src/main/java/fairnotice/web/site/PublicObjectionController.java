package fairnotice.web.site;

import static org.springframework.web.bind.ServletRequestUtils.getStringParameter;

import fairnotice.objection.Grounds;
import fairnotice.objection.SubmittingPublicObjection;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.web.Brand;
import fairnotice.web.Clients;
import fairnotice.web.FormErrors;
import fairnotice.web.NoSuchPage;
import fairnotice.web.Phrases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.EnumUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Objecting without a link. Whoever asks gets the same answer, so that nobody learns who is a customer. */
@Controller
@RequestMapping("/r/{register}/changes/{reference}/object")
class PublicObjectionController {

    private final Published published;
    private final PublicChanges changes;
    private final SubmittingPublicObjection asking;
    private final Phrases phrases;
    private final Clock clock;

    PublicObjectionController(
            Published published,
            PublicChanges changes,
            SubmittingPublicObjection asking,
            Phrases phrases,
            Clock clock) {
        this.published = published;
        this.changes = changes;
        this.asking = asking;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** What the visitor typed. */
    record PublicObjectionForm(String name, String organisation, String email, String grounds, String text) {

        static PublicObjectionForm of(HttpServletRequest request) {
            return new PublicObjectionForm(
                    getStringParameter(request, "name", ""),
                    getStringParameter(request, "organisation", ""),
                    getStringParameter(request, "email", ""),
                    getStringParameter(request, "grounds", ""),
                    getStringParameter(request, "text", ""));
        }

        SubmittingPublicObjection.Ask ask() {
            Grounds chosen = Optional.ofNullable(
                            EnumUtils.getEnum(Grounds.class, grounds.isBlank() ? "NOT_GIVEN" : grounds))
                    .orElseThrow(() -> Refused.invalid("grounds", "refused.objection.grounds"));
            return new SubmittingPublicObjection.Ask(name, organisation, email, chosen, text.replace("\r\n", "\n"));
        }
    }

    @ModelAttribute("change")
    PublicChange change(
            @PathVariable("register") String id,
            @PathVariable("reference") String reference,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        Register register = published.register(id);
        model.addAttribute("register", register);
        model.addAttribute("brand", Brand.of(register));
        return changes.find(id, reference).filter(PublicChange::wasAnnounced).orElseThrow(() -> new NoSuchPage());
    }

    @GetMapping
    String form(@ModelAttribute("change") PublicChange change, Model model) {
        FormErrors.of(new PublicObjectionForm("", "", "", "", ""), model);
        return page(change, model);
    }

    @PostMapping
    String ask(
            @PathVariable("register") String register,
            @ModelAttribute("change") PublicChange change,
            HttpServletRequest request,
            Model model) {
        PublicObjectionForm form = PublicObjectionForm.of(request);
        BindingResult errors = FormErrors.of(form, model);
        try {
            boolean waits = asking.ask(change.reference(), form.ask(), Clients.of(request));
            return "redirect:/r/" + register + "/changes/" + change.reference() + "/object/asked"
                    + (waits ? "?later" : "");
        } catch (Refused refused) {
            FormErrors.show(refused, errors);
            return page(change, model);
        }
    }

    /** @param said {@code later} in the address when the mail has to wait */
    @GetMapping("/asked")
    String asked(@RequestParam Map<String, String> said, Model model) {
        model.addAttribute("later", said.containsKey("later"));
        return "site/object-asked";
    }

    private String page(PublicChange change, Model model) {
        model.addAttribute("grounds", phrases.choices("portal.grounds.", List.of(Grounds.values())));
        model.addAttribute("late", change.isLateAt(clock.instant()));
        return "site/object";
    }
}
