package fairnotice.web.portal;

import fairnotice.notice.AcknowledgingNotice;
import fairnotice.web.portal.OpenedNotices.Opened;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A customer's own notice, behind a signed link. Opening it changes nothing, since mail scanners follow links. */
@Controller
class NoticeController {

    private final OpenedNotices opened;
    private final NoticeReading reading;
    private final AcknowledgingNotice acknowledging;

    NoticeController(OpenedNotices opened, NoticeReading reading, AcknowledgingNotice acknowledging) {
        this.opened = opened;
        this.reading = reading;
        this.acknowledging = acknowledging;
    }

    @GetMapping("/n/{token}")
    String notice(@PathVariable("token") String token, Model model, HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        reading.fill(found.get(), model);
        model.addAttribute("token", token);
        return "portal/notice";
    }

    @PostMapping("/n/{token}/acknowledge")
    String acknowledge(@PathVariable("token") String token, HttpServletResponse response, RedirectAttributes redirect) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        boolean again = found.get().notice().acknowledgedAt() != null;
        acknowledging.acknowledge(found.get().notice().id(), found.get().contact());
        redirect.addFlashAttribute("done", again ? "portal.done.again" : "portal.done.acknowledged");
        return "redirect:/n/" + token;
    }
}
