package fairnotice.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which staff log in; Spring Security answers its form. */
@Controller
class SecurityLoginPage {

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
