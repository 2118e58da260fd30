package fairnotice.web;

import fairnotice.access.SettingUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The page on which staff sign in; Spring Security answers its form. */
@Controller
class SecurityLoginPage {

    /** Why it is shown, in the address. */
    private static final List<String> SAID = List.of(
            "error", "wait", "known", "out", "over", "halfway", "provider-failed", "provider-away", "setup", "chosen");

    private final boolean demo;
    private final SettingUp setup;
    private final SecurityHalfway halfway;
    private final Optional<SecurityOidc> oidc;

    SecurityLoginPage(
            Optional<DemoPeople> people, SettingUp setup, SecurityHalfway halfway, Optional<SecurityOidc> oidc) {
        this.demo = people.isPresent();
        this.halfway = halfway;
        this.oidc = oidc;
        this.setup = setup;
    }

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> asked, Model model, HttpServletRequest request) {
        model.addAttribute(
                "said", SAID.stream().filter(asked::containsKey).findFirst().orElse(null));
        model.addAttribute("demo", demo);
        model.addAttribute("nobody", setup.isOpen());
        model.addAttribute(
                "signedOutOf", oidc.flatMap(with -> with.signedOutOf(request)).orElse(null));
        return "login";
    }

    /** Where the code is typed; where no password was typed before, that comes first. */
    @GetMapping(SecurityCodes.ADDRESS)
    String code(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return halfway.kept(request).isPresent() ? "login-code" : "redirect:/login";
    }

    /** What was typed before signing in, ready to be sent. */
    @GetMapping(TypedFormPages.ADDRESS)
    String kept(@SessionAttribute(name = TypedFormPages.KEPT, required = false) String text, Model model) {
        Optional<TypedForm> typed = TypedForm.read(text);
        if (typed.isEmpty()) {
            return "redirect:/inbox";
        }
        model.addAttribute("kept", typed.get());
        model.addAttribute("signedIn", true);
        return "kept";
    }
}
