package fairnotice.web;

import fairnotice.access.KnownDevices;
import fairnotice.access.SecurityEvent;
import fairnotice.access.SignInLinks;
import fairnotice.access.Staff;
import fairnotice.inbox.SendingSignInLink;
import fairnotice.limit.Limits;
import fairnotice.limit.SignInLimits;
import fairnotice.refusal.Refused;
import fairnotice.timekeeping.MachineClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The way in for who is kept out by wrong passwords of others: a link to the address of the account makes this browser one of theirs. It
 * signs nobody in, and the answer never tells whether there is such an account.
 */
@Controller
@RequestMapping("/login/link")
class SecuritySignInLink {

    private static final String VIEW = "login-link";

    private final SendingSignInLink sending;
    private final SignInLinks links;
    private final KnownDevices devices;
    private final Limits limits;
    private final MachineClock clock;

    SecuritySignInLink(
            SendingSignInLink sending, SignInLinks links, KnownDevices devices, Limits limits, MachineClock clock) {
        this.sending = sending;
        this.links = links;
        this.devices = devices;
        this.limits = limits;
        this.clock = clock;
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping
    String form(Model model) {
        return page("ask", model);
    }

    /** When no more are sent, one of the last hour is in the mailbox and still works. */
    @PostMapping
    String send(@RequestParam(name = "username", defaultValue = "") String username, Model model) {
        if (Staff.isUsername(username)) {
            if (limits.take(SignInLimits.link(username)).isZero()) {
                trySending(username);
            } else {
                SecurityEvent.limited("sign-in-link").log();
            }
        }
        return page("asked", model);
    }

    private void trySending(String username) {
        try {
            sending.send(username);
        } catch (Refused nobody) {
            SecurityEvent.refused("sign-in-link").log();
        }
    }

    /** Changes nothing, since mail programs open links by themselves. */
    @GetMapping("/{link}")
    String opened(@PathVariable("link") String link, Model model, HttpServletResponse response) {
        Optional<String> username = links.read(link, clock.instant());
        model.addAttribute("username", username.orElse(null));
        model.addAttribute("link", link);
        return username.isPresent() ? page("open", model) : over(model, response);
    }

    @PostMapping("/{link}")
    String use(
            @PathVariable("link") String link, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> username = links.read(link, clock.instant())
                .filter(known -> limits.take(SignInLimits.linkUsed(link)).isZero());
        if (username.isEmpty()) {
            return over(model, response);
        }
        SecurityOrigin.keep(devices.remember(username.get()), request, response);
        SecurityEvent.done("sign-in-link").fact("actor", username.get()).log();
        return "redirect:/login?known";
    }

    private static String over(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return page("over", model);
    }

    private static String page(String step, Model model) {
        model.addAttribute("step", step);
        return VIEW;
    }
}
