package fairnotice.web.site;

import fairnotice.register.Register;
import fairnotice.subscription.Subscribing;
import fairnotice.subscription.SubscriptionRefused;
import fairnotice.web.Brand;
import fairnotice.web.Clients;
import fairnotice.web.FormErrors;
import fairnotice.web.NoSuchPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asking for a place on a register's notification list. */
@Controller
@RequestMapping("/r/{register}/subscribe")
class SubscribeController {

    private final Published published;
    private final Subscribing subscribing;

    SubscribeController(Published published, Subscribing subscribing) {
        this.published = published;
        this.subscribing = subscribing;
    }

    /** What the visitor typed. */
    record SubscribeForm(String email) {}

    @ModelAttribute("register")
    Register register(@PathVariable("register") String id, Model model) {
        Register register = published.register(id);
        if (!register.policy().audience().subscribers()) {
            throw new NoSuchPage();
        }
        model.addAttribute("brand", Brand.of(register));
        return register;
    }

    @GetMapping
    String form(@ModelAttribute("form") SubscribeForm form) {
        return "site/subscribe";
    }

    @PostMapping
    String ask(
            @ModelAttribute("register") Register register,
            @ModelAttribute("form") SubscribeForm form,
            BindingResult errors,
            HttpServletRequest request) {
        try {
            subscribing.ask(register, form.email(), Clients.of(request));
        } catch (SubscriptionRefused refused) {
            FormErrors.beside("email", refused.phrase(), errors);
            return "site/subscribe";
        }
        return "redirect:/r/" + register.id() + "/subscribe/asked";
    }

    @GetMapping("/asked")
    String asked() {
        return "site/subscribe-asked";
    }
}
