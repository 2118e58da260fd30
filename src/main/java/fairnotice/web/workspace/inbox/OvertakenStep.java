package fairnotice.web.workspace.inbox;

import fairnotice.inbox.TaskKind;
import fairnotice.register.Register;
import fairnotice.web.Phrases;
import fairnotice.web.TypedForm;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Places;
import fairnotice.web.workspace.history.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody reads whose task is not theirs any more: who was faster, and what was typed, to be copied or kept as a note. */
@Component
public class OvertakenStep {

    private final Timeline timeline;
    private final Places places;
    private final People people;
    private final Phrases phrases;

    OvertakenStep(Timeline timeline, Places places, People people, Phrases phrases) {
        this.timeline = timeline;
        this.places = places;
        this.people = people;
        this.phrases = phrases;
    }

    /**
     * The case itself where nothing was typed, with a sentence that says why nothing was done.
     *
     * @param refused why; without errors where only what was asked for is over
     */
    public String tell(
            String reference,
            Register register,
            BindingResult refused,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Optional<TypedForm> typed =
                TypedForm.of(request).filter(form -> !form.lines().isEmpty());
        if (!refused.hasErrors()) {
            return back(places.of(reference), redirect);
        }
        if (typed.isEmpty()) {
            redirect.addFlashAttribute("sentence", sentence(refused));
            return "redirect:" + places.of(reference);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        List<Timeline.Event> events = timeline.about(reference, register.zone());
        model.addAttribute("sentence", sentence(refused));
        model.addAttribute("kept", typed.get());
        model.addAttribute("reference", reference);
        model.addAttribute("place", places.of(reference));
        model.addAttribute("latest", events.subList(Math.max(0, events.size() - 1), events.size()));
        model.addAttribute("zone", register.zone());
        model.addAttribute("note", reference.startsWith("OBJ-") ? longest(typed.get()) : null);
        return "workspace/refused";
    }

    /** The case at that address, with a sentence that says that its task is over for whoever wanted to open it. */
    public String back(String place, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "workspace.done.task-over");
        return "redirect:" + place;
    }

    /** Who was faster by name, with what in the words of its button. */
    private String sentence(BindingResult refused) {
        ObjectError first = refused.getAllErrors().get(0);
        Object[] told = first.getArguments();
        return switch (String.valueOf(first.getCode())) {
            case "refused.task.completed" -> phrases.said("refused.task.completed", named(told));
            case "refused.task.completed-with" ->
                phrases.said("workspace.refused.completed", named(told), chosen(told));
            default -> phrases.sentences(refused);
        };
    }

    private String named(Object[] told) {
        return people.named(told[0].toString());
    }

    private String chosen(Object[] told) {
        TaskKind kind = TaskKind.valueOf(told[2].toString());
        return phrases.said(OutcomesInWords.key(kind) + told[1]);
    }

    private static String longest(TypedForm form) {
        return form.lines().stream()
                .map(TypedForm.Line::value)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }
}
