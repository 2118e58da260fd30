package fairnotice.web;

import fairnotice.access.ChoosingPassword;
import fairnotice.access.PasswordLinks;
import fairnotice.access.PasswordRules;
import fairnotice.access.SecurityEvent;
import fairnotice.access.Staff;
import fairnotice.access.StaffAccount;
import fairnotice.inbox.SendingPasswordLink;
import fairnotice.limit.Limits;
import fairnotice.limit.SignInLimits;
import fairnotice.refusal.Refused;
import fairnotice.timekeeping.MachineClock;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff ask for a link to the address of their account, and choose a password with it. The answer never tells whether there is such an account. */
@Controller
@RequestMapping("/login/password")
class SecurityPasswordLink {

    private static final String VIEW = "login-password";

    private final SendingPasswordLink sending;
    private final PasswordLinks links;
    private final ChoosingPassword choosing;
    private final PasswordEncoder passwords;
    private final Limits limits;
    private final MachineClock clock;

    SecurityPasswordLink(
            SendingPasswordLink sending,
            PasswordLinks links,
            ChoosingPassword choosing,
            PasswordEncoder passwords,
            Limits limits,
            MachineClock clock) {
        this.sending = sending;
        this.links = links;
        this.choosing = choosing;
        this.passwords = passwords;
        this.limits = limits;
        this.clock = clock;
    }

    /** What was typed. */
    record PasswordForm(String password, String again) {

        ChoosingPassword.Chosen chosen() {
            return new ChoosingPassword.Chosen(password, again);
        }
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @ModelAttribute("shortest")
    int shortest() {
        return PasswordRules.SHORTEST;
    }

    @GetMapping
    String ask(Model model) {
        return page("ask", model);
    }

    @PostMapping
    String send(@RequestParam(name = "username", defaultValue = "") String username, Model model) {
        if (Staff.isUsername(username)) {
            if (limits.take(SignInLimits.passwordLink(username)).isZero()) {
                trySending(username);
            } else {
                SecurityEvent.limited("password-link").log();
            }
        }
        return page("asked", model);
    }

    private void trySending(String username) {
        try {
            sending.forgotten(username);
        } catch (Refused nobody) {
            SecurityEvent.refused("password-link").log();
        }
    }

    /** Changes nothing, since mail programs open links by themselves. */
    @GetMapping("/{link}")
    String opened(
            @PathVariable("link") String link,
            @ModelAttribute("form") PasswordForm form,
            Model model,
            HttpServletResponse response) {
        return choosing(link, model, response);
    }

    @PostMapping("/{link}")
    String choose(
            @PathVariable("link") String link,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        try {
            choosing.choose(link, form.chosen(), passwords::encode, clock.instant());
        } catch (Refused refused) {
            FormErrors.show(refused, errors);
            return choosing(link, model, response);
        }
        return "redirect:/login?chosen";
    }

    private String choosing(String link, Model model, HttpServletResponse response) {
        Optional<StaffAccount> account = links.read(link, clock.instant());
        if (account.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return page("over", model);
        }
        model.addAttribute("username", account.get().username());
        model.addAttribute("link", link);
        return page("choose", model);
    }

    private static String page(String step, Model model) {
        model.addAttribute("step", step);
        return VIEW;
    }
}
