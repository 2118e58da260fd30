package fairnotice.web.workspace.inbox;

import fairnotice.access.Actor;
import fairnotice.inbox.Incident;
import fairnotice.inbox.ReadingIncidents;
import fairnotice.inbox.RetryingStep;
import fairnotice.refusal.Refused;
import fairnotice.web.Phrases;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is stuck, and having a step tried again. For administrators; auditors read. */
@Controller
class IncidentController {

    /**
     * One line of the list.
     *
     * @param blocks what does not go on meanwhile
     * @param lasting whole minutes, or null
     * @param retryIn whole seconds, or null
     */
    record Line(
            String what,
            String blocks,
            String reference,
            Long lasting,
            Long retryIn,
            String cause,
            String id,
            boolean mayRetry,
            String place) {

        static Line of(ReadingIncidents.Seen seen) {
            Incident incident = seen.incident();
            return new Line(
                    incident.what(),
                    incident.kind().blocks(),
                    incident.reference(),
                    incident.lasting() == null ? null : incident.lasting().toMinutes(),
                    incident.retryIn() == null ? null : seconds(incident.retryIn()),
                    incident.cause(),
                    incident.id(),
                    seen.mayRetry(),
                    incident.place());
        }

        private static long seconds(Duration wait) {
            return Math.max(1, wait.toSeconds());
        }
    }

    private final Phrases phrases;
    private final ReadingIncidents reading;
    private final RetryingStep retrying;

    IncidentController(ReadingIncidents reading, RetryingStep retrying, Phrases phrases) {
        this.phrases = phrases;
        this.reading = reading;
        this.retrying = retrying;
    }

    @GetMapping("/incidents")
    String incidents(Actor actor, Model model) {
        model.addAttribute(
                "incidents", reading.open(actor).stream().map(Line::of).toList());
        return "workspace/incidents";
    }

    @PostMapping("/incidents/retry")
    String retry(@RequestParam("id") String id, Actor actor, RedirectAttributes redirect) {
        try {
            retrying.retry(id, actor);
            redirect.addFlashAttribute("done", "workspace.done.retried");
        } catch (Refused refused) {
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return "redirect:/incidents";
    }
}
