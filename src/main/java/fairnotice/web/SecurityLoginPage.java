package fairnotice.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which staff log in; Spring Security answers its form. */
@Controller
class SecurityLoginPage {

    private final boolean demo;

    SecurityLoginPage(Optional<DemoPeople> people) {
        this.demo = people.isPresent();
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("demo", demo);
        return "login";
    }
}
