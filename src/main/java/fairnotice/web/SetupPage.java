package fairnotice.web;

import fairnotice.access.PasswordRules;
import fairnotice.access.SettingUp;
import fairnotice.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the first administrator is made, and nothing once one is. */
@Controller
@RequestMapping("/setup")
class SetupPage {

    private static final String VIEW = "setup";

    private final SettingUp setup;
    private final PasswordEncoder passwords;

    SetupPage(SettingUp setup, PasswordEncoder passwords) {
        this.setup = setup;
        this.passwords = passwords;
    }

    /** What was typed. */
    record SetupForm(String code, String name, String email, String username, String password, String again) {

        SettingUp.First first() {
            return new SettingUp.First(code, name, email, username, password, again);
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
    String form(@ModelAttribute("form") SetupForm form) {
        if (!setup.isOpen()) {
            throw new NoSuchPage();
        }
        return VIEW;
    }

    /** Whoever was second reads that it is done, and where to sign in. */
    @PostMapping
    String begin(
            @ModelAttribute("form") SetupForm form, BindingResult errors, Model model, HttpServletResponse response) {
        try {
            setup.begin(form.first(), passwords::encode);
        } catch (Refused refused) {
            boolean over = refused.because() == Refused.Because.CONFLICT;
            if (over) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
            }
            model.addAttribute("over", over);
            FormErrors.show(refused, errors);
            return VIEW;
        }
        return "redirect:/login?setup";
    }
}
