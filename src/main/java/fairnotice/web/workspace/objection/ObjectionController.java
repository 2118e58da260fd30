package fairnotice.web.workspace.objection;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.attachment.Attachment;
import fairnotice.inbox.ReadingInbox;
import fairnotice.mail.Mailings;
import fairnotice.objection.MatchingObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.Threads;
import fairnotice.objection.WritingInThread;
import fairnotice.register.Register;
import fairnotice.web.Downloads;
import fairnotice.web.NoSuchPage;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.history.Timeline;
import fairnotice.web.workspace.inbox.TaskLine;
import fairnotice.web.workspace.inbox.WhoseTurn;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** One objection: who, what, where it stands, what was said, and writing in it. */
@Controller
@RequestMapping("/objections/{reference}")
class ObjectionController {

    private final ObjectionModel pages;
    private final Timeline timeline;
    private final ReadingInbox inbox;
    private final WhoseTurn turn;
    private final Publishers publishers;
    private final Objections objections;
    private final Threads threads;
    private final WritingInThread writing;
    private final MatchingObjection matching;
    private final Mailings mailings;
    private final Phrases phrases;
    private final Clock clock;

    ObjectionController(
            ObjectionModel pages,
            Timeline timeline,
            ReadingInbox inbox,
            WhoseTurn turn,
            Publishers publishers,
            Objections objections,
            Threads threads,
            WritingInThread writing,
            MatchingObjection matching,
            Mailings mailings,
            Phrases phrases,
            Clock clock) {
        this.pages = pages;
        this.timeline = timeline;
        this.inbox = inbox;
        this.turn = turn;
        this.publishers = publishers;
        this.objections = objections;
        this.threads = threads;
        this.writing = writing;
        this.matching = matching;
        this.mailings = mailings;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping
    String objection(@PathVariable("reference") String reference, Actor actor, Model model) {
        model.addAttribute("form", new MessageForm(null, null));
        return page(reference, actor, model);
    }

    /** For who goes back to a message that was refused. */
    @GetMapping("/messages")
    RedirectView written() {
        return new RedirectView("/objections/{reference}", true);
    }

    @PostMapping("/messages")
    String write(
            @PathVariable("reference") String reference,
            @ModelAttribute("form") MessageForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Problems.none(binding, () -> write(reference, form, actor));
        if (!done) {
            return page(reference, actor, model);
        }
        redirect.addFlashAttribute("done", "workspace.done.written-to-" + form.to());
        return "redirect:/objections/" + reference;
    }

    private void write(String reference, MessageForm form, Actor actor) {
        String text = Problems.text(form.text());
        if (form.isInternal()) {
            writing.note(reference, text, actor);
        } else {
            writing.say(reference, text, actor);
        }
    }

    @PostMapping("/again")
    String takeUpAgain(@PathVariable("reference") String reference, Actor actor, RedirectAttributes redirect) {
        Objection again = matching.takeUpAgain(reference, actor);
        redirect.addFlashAttribute("done", "workspace.done.taken-up-again");
        return "redirect:/objections/" + again.reference();
    }

    @GetMapping("/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable("reference") String reference, @PathVariable("number") int number) {
        Attachment file = threads.attachment(
                        objections.getByReference(reference).id(), number)
                .orElseThrow(() -> new NoSuchPage());
        return Downloads.of(file.name(), file.type(), file.content());
    }

    private String page(String reference, Actor actor, Model model) {
        Objection objection = pages.fill(reference, model);
        Register register = publishers.of(objection.register());
        model.addAttribute(
                "mayBeTakenUpAgain",
                actor.holds(Role.LEGAL, objection.register()) && MatchingObjection.mayBeTakenUpAgain(objection));
        model.addAttribute("timeline", timeline.about(reference, publishers.zone(objection)));
        model.addAttribute("mailings", mailings.about(reference));
        model.addAttribute("readers", phrases.choices("workspace.case.write.", List.of("customer", "staff")));
        ReadingInbox.About about = inbox.about(reference, actor);
        turn.fill(about.whose(), model);
        model.addAttribute(
                "tasks",
                about.tasks().stream()
                        .map(task ->
                                TaskLine.of(task, about.changes().get(task.reference()), register, clock.instant()))
                        .toList());
        return "workspace/objection";
    }
}
