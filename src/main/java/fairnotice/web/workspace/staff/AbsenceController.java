package fairnotice.web.workspace.staff;

import fairnotice.access.Absence;
import fairnotice.access.Actor;
import fairnotice.access.ArrangingAbsence;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Problems;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/** Who stands in for somebody of the staff on which days; for themselves, and for administrators. */
@Controller
@RequestMapping("/staff/absences/{username}")
class AbsenceController {

    private final ArrangingAbsence arranging;
    private final StaffDirectory directory;
    private final People people;
    private final Phrases phrases;

    AbsenceController(ArrangingAbsence arranging, StaffDirectory directory, People people, Phrases phrases) {
        this.arranging = arranging;
        this.directory = directory;
        this.people = people;
        this.phrases = phrases;
    }

    @GetMapping
    String absence(@PathVariable("username") String username, Actor actor, Model model) {
        arranging.mayArrange(username, actor);
        FormErrors.of(AbsenceForm.BLANK, model);
        return page(username, actor, model);
    }

    @PostMapping
    String arrange(
            @PathVariable("username") String username,
            @ModelAttribute("form") AbsenceForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        arranging.mayArrange(username, actor);
        boolean[] counts = new boolean[1];
        if (!Problems.none(binding, () -> counts[0] = arranging.arrange(username, form.typed(), actor))) {
            return page(username, actor, model);
        }
        redirect.addFlashAttribute("done", counts[0] ? "workspace.done.saved" : "workspace.done.staff-asked");
        return back(username);
    }

    @PostMapping("/end")
    String end(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        return tried(username, "workspace.done.absence-ended", () -> arranging.end(username, actor), redirect);
    }

    /** @param id of the absence that was looked at */
    @PostMapping("/confirmation")
    String confirm(
            @PathVariable("username") String username,
            @RequestParam(name = "id", defaultValue = "0") long id,
            Actor actor,
            RedirectAttributes redirect) {
        return tried(
                username, "workspace.done.staff-confirmed", () -> arranging.confirm(username, id, actor), redirect);
    }

    /** For who goes back to a step that was refused. */
    @GetMapping("/{step}")
    RedirectView looked() {
        return new RedirectView("/staff/absences/{username}", true);
    }

    private String tried(String username, String done, Runnable step, RedirectAttributes redirect) {
        try {
            step.run();
            redirect.addFlashAttribute("done", done);
        } catch (Refused refused) {
            if (refused.because() != Refused.Because.CONFLICT) {
                throw refused;
            }
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return back(username);
    }

    private static String back(String username) {
        return "redirect:/staff/absences/" + UriUtils.encodePathSegment(username, StandardCharsets.UTF_8);
    }

    private String page(String username, Actor actor, Model model) {
        Staff staff = directory.findByUsername(username).orElseThrow(() -> Refused.unknown("refused.unknown.user"));
        Absence absence = arranging.of(staff.username());
        model.addAttribute("staff", staff);
        model.addAttribute("own", staff.username().equals(actor.id()));
        model.addAttribute("absence", absence);
        model.addAttribute("deputies", deputies(staff));
        if (absence != null) {
            model.addAttribute("deputy", people.named(absence.deputy()));
            model.addAttribute("askedBy", people.named(absence.askedBy()));
            model.addAttribute("obstacle", arranging.obstacle(absence, actor).orElse(null));
        }
        return "workspace/absence";
    }

    private Map<String, String> deputies(Staff absent) {
        Map<String, String> deputies = new LinkedHashMap<>();
        directory.all().stream()
                .filter(colleague -> !colleague.username().equals(absent.username()))
                .forEach(colleague ->
                        deputies.put(colleague.username(), colleague.name() + " (" + colleague.username() + ")"));
        return deputies;
    }
}
