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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

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

    /** Mail programs leave by this body (RFC 8058, section 3.2); they do not follow a redirect, so they get the page itself. */
    @PostMapping(params = "List-Unsubscribe=One-Click")
    String leaveByOneClick(@PathVariable("token") String token, Model model) {
        leaving.leave(token);
        return show(token, model);
    }

    @PostMapping(params = "do=leave")
    String leave(@PathVariable("token") String token) {
        leaving.leave(token);
        return "redirect:/subscriptions/" + token;
    }

    @PostMapping(params = "do=confirm")
    String confirm(@PathVariable("token") String token) {
        confirming.confirm(token);
        return "redirect:/subscriptions/" + token;
    }

    @ExceptionHandler
    void refuse(SubscriptionRefused refused, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND, refused.getMessage());
    }
}
