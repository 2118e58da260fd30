package fairnotice.web.portal;

import fairnotice.notice.RenewingLink;
import fairnotice.web.Clients;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A new link in place of one that has ended, to the address on file. The answer is the same for every link, sent or not. */
@Controller
@RequestMapping("/n/{token}/renewal")
class RenewalController {

    private final OpenedNotices opened;
    private final RenewingLink renewing;

    RenewalController(OpenedNotices opened, RenewingLink renewing) {
        this.opened = opened;
        this.renewing = renewing;
    }

    @PostMapping
    String renew(@PathVariable("token") String token, HttpServletRequest request) {
        opened.ended(token)
                .ifPresent(ended ->
                        renewing.renew(ended.notice(), ended.customer(), ended.contact(), Clients.of(request)));
        return "redirect:/n/" + token + "/renewal";
    }

    @GetMapping
    String asked() {
        return "portal/renewal";
    }
}
