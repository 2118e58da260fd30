package fairnotice.web.workspace.staff;

import fairnotice.access.Actor;
import fairnotice.access.EndingSessions;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Administrators sign a colleague out. */
@Controller
@RequestMapping("/staff/accounts/{username}/sessions")
class StaffSessionsController {

    private final EndingSessions ending;

    StaffSessionsController(EndingSessions ending) {
        this.ending = ending;
    }

    /** @param id of the session that was looked at */
    @PostMapping("/end")
    String end(
            @PathVariable("username") String username,
            @RequestParam(name = "id", defaultValue = "") String id,
            Actor actor,
            RedirectAttributes redirect) {
        ending.end(username, id, actor);
        redirect.addFlashAttribute("done", "workspace.done.session-ended");
        return account(username);
    }

    @PostMapping("/end-all")
    String endAll(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        ending.endAll(username, actor);
        redirect.addFlashAttribute("done", "workspace.done.sessions-ended-all");
        return account(username);
    }

    private static String account(String username) {
        return "redirect:/staff/accounts/" + UriUtils.encodePathSegment(username, StandardCharsets.UTF_8);
    }
}
