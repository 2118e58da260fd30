package fairnotice.web.site;

import fairnotice.register.Register;
import fairnotice.subscription.ConfirmingSubscription;
import fairnotice.subscription.FollowingSubscriptionLink;
import fairnotice.subscription.FollowingSubscriptionLink.Followed;
import fairnotice.subscription.LeavingList;
import fairnotice.subscription.SubscriptionRefused;
import fairnotice.web.Brand;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a subscriber does with the link in a letter: confirm, or leave. Only a POST does either. */
@Controller
@RequestMapping("/subscriptions/{token}")
class SubscribeLinkController {

    private final Published published;
    private final FollowingSubscriptionLink following;
    private final ConfirmingSubscription confirming;
    private final LeavingList leaving;

    SubscribeLinkController(
            Published published,
            FollowingSubscriptionLink following,
            ConfirmingSubscription confirming,
            LeavingList leaving) {
        this.published = published;
        this.following = following;
        this.confirming = confirming;
        this.leaving = leaving;
    }

    @GetMapping
    String show(@PathVariable("token") String token, Model model) {
        Followed followed = following.follow(token);
        Register register = published.register(followed.register());
        model.addAttribute("register", register);
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("token", token);
        model.addAttribute("offer", followed.offer());
        return "site/subscribe-link";
    }

    /**
     * Told apart here and not by their mappings: Spring asks those of every POST, whatever its address, and would read its body to answer.
     *
     * @param mail {@code One-Click} from mail programs (RFC 8058, section 3.2)
     */
    @PostMapping
    String take(
            @PathVariable("token") String token,
            @RequestParam(name = "List-Unsubscribe", required = false) String mail,
            @RequestParam(name = "do", required = false) String wanted,
            Model model) {
        if ("One-Click".equals(mail)) {
            return leaveByOneClick(token, model);
        }
        if ("leave".equals(wanted)) {
            leaving.leave(token);
        } else if ("confirm".equals(wanted)) {
            confirming.confirm(token);
        } else {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return "redirect:/subscriptions/" + token;
    }

    /** Mail programs do not follow a redirect, so they get the page itself. */
    private String leaveByOneClick(String token, Model model) {
        leaving.leave(token);
        return show(token, model);
    }

    @ExceptionHandler
    void refuse(SubscriptionRefused refused, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND, refused.getMessage());
    }
}
