package fairnotice.web.workspace.staff;

import fairnotice.access.Actor;
import fairnotice.access.EndingSessions;
import fairnotice.access.RevokingTokens;
import fairnotice.web.workspace.Problems;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Administrators sign a colleague out, and revoke the tokens of one. */
@Controller
@RequestMapping("/staff/accounts/{username}")
class StaffAccessController {

    private final EndingSessions ending;
    private final RevokingTokens revoking;

    StaffAccessController(EndingSessions ending, RevokingTokens revoking) {
        this.ending = ending;
        this.revoking = revoking;
    }

    /** @param id of the session that was looked at */
    @PostMapping("/sessions/end")
    String end(
            @PathVariable("username") String username,
            @RequestParam(name = "id", defaultValue = "") String id,
            Actor actor,
            RedirectAttributes redirect) {
        ending.end(username, id, actor);
        redirect.addFlashAttribute("done", "workspace.done.session-ended");
        return account(username);
    }

    @PostMapping("/sessions/end-all")
    String endAll(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        ending.endAll(username, actor);
        redirect.addFlashAttribute("done", "workspace.done.sessions-ended-all");
        return account(username);
    }

    /** @param id of the token that was looked at */
    @PostMapping("/tokens/revoke")
    String revoke(
            @PathVariable("username") String username,
            @RequestParam(name = "id", defaultValue = "0") String id,
            Actor actor,
            RedirectAttributes redirect) {
        Long which = Problems.id(id);
        revoking.revoke(username, which == null ? 0 : which, actor);
        redirect.addFlashAttribute("done", "workspace.done.token-revoked");
        return account(username);
    }

    @PostMapping("/tokens/revoke-all")
    String revokeAll(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        revoking.revokeAll(username, actor);
        redirect.addFlashAttribute("done", "workspace.done.tokens-revoked");
        return account(username);
    }

    private static String account(String username) {
        return "redirect:/staff/accounts/" + UriUtils.encodePathSegment(username, StandardCharsets.UTF_8);
    }
}
