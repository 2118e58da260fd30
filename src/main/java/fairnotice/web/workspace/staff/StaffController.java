package fairnotice.web.workspace.staff;

import fairnotice.access.Actor;
import fairnotice.access.AddingStaffAccount;
import fairnotice.access.ReadingStaffAccounts;
import fairnotice.web.workspace.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of the staff, and adding one. For administrators of all registers; auditors read. */
@Controller
class StaffController {

    private final ReadingStaffAccounts reading;
    private final AddingStaffAccount adding;
    private final Invitations invitations;
    private final StaffModel pages;

    StaffController(
            ReadingStaffAccounts reading, AddingStaffAccount adding, Invitations invitations, StaffModel pages) {
        this.reading = reading;
        this.adding = adding;
        this.invitations = invitations;
        this.pages = pages;
    }

    @GetMapping("/staff")
    String staff(Actor actor, Model model) {
        pages.list(actor, model);
        return "workspace/staff";
    }

    @GetMapping("/staff/new")
    String form(@ModelAttribute("form") StaffForm form, Actor actor, Model model) {
        reading.mayChange(actor);
        return page(actor, model);
    }

    @PostMapping("/staff/new")
    String add(
            @ModelAttribute("form") StaffForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        reading.mayChange(actor);
        boolean[] there = new boolean[1];
        boolean done = Problems.none(
                binding,
                () -> there[0] = adding.add(form.typed(pages.registers(null).keySet()), actor));
        if (!done) {
            return page(actor, model);
        }
        if (there[0]) {
            invitations.send(form.username(), "workspace.done.staff-added", actor, redirect);
        } else {
            redirect.addFlashAttribute("done", "workspace.done.staff-asked");
        }
        return "redirect:/staff";
    }

    private String page(Actor actor, Model model) {
        pages.choices(null, actor, model);
        return "workspace/staff-new";
    }
}
