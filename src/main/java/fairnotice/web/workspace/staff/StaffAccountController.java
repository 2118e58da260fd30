package fairnotice.web.workspace.staff;

import fairnotice.access.Actor;
import fairnotice.access.ChangingStaffAccount;
import fairnotice.access.ConfirmingStaffChange;
import fairnotice.access.DeactivatingStaffAccount;
import fairnotice.access.ReadingStaffAccounts;
import fairnotice.access.ReadingStaffAccounts.Member;
import fairnotice.access.ResettingSecondFactor;
import fairnotice.access.StaffAccount;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Problems;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
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

/** One account of the staff: what it is, what waits of it, and each step that changes it. */
@Controller
@RequestMapping("/staff/accounts/{username}")
class StaffAccountController {

    private static final String LIST = "redirect:/staff";

    private final ReadingStaffAccounts reading;
    private final ChangingStaffAccount changing;
    private final DeactivatingStaffAccount deactivating;
    private final ResettingSecondFactor resetting;
    private final ConfirmingStaffChange confirming;
    private final Invitations invitations;
    private final StaffModel pages;
    private final Phrases phrases;

    StaffAccountController(
            ReadingStaffAccounts reading,
            ChangingStaffAccount changing,
            DeactivatingStaffAccount deactivating,
            ResettingSecondFactor resetting,
            ConfirmingStaffChange confirming,
            Invitations invitations,
            StaffModel pages,
            Phrases phrases) {
        this.reading = reading;
        this.changing = changing;
        this.deactivating = deactivating;
        this.resetting = resetting;
        this.confirming = confirming;
        this.invitations = invitations;
        this.pages = pages;
        this.phrases = phrases;
    }

    @GetMapping
    String account(@PathVariable("username") String username, Actor actor, Model model) {
        Member member = reading.member(username, actor);
        if (member.account() != null) {
            FormErrors.of(StaffForm.of(member.account()), model);
        }
        pages.account(member, actor, model);
        return "workspace/staff-account";
    }

    @PostMapping
    String change(
            @PathVariable("username") String username,
            @ModelAttribute("form") StaffForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        reading.mayChange(actor);
        Member member = reading.member(username, actor);
        boolean[] counts = new boolean[1];
        boolean done = Problems.none(
                binding,
                () -> counts[0] = changing.change(
                        form.typed(username, pages.registers(member.account()).keySet()), form.seen(), actor));
        if (!done) {
            pages.account(member, actor, model);
            return "workspace/staff-account";
        }
        redirect.addFlashAttribute("done", counts[0] ? "workspace.done.staff-changed" : "workspace.done.staff-waits");
        return back(username);
    }

    @PostMapping("/deactivation")
    String deactivate(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        tryStep(redirect, () -> {
            deactivating.dismiss(username, actor);
            return "workspace.done.staff-deactivated";
        });
        return back(username);
    }

    @PostMapping("/activation")
    String activate(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        tryStep(
                redirect,
                () -> changing.activate(username, actor)
                        ? "workspace.done.staff-activated"
                        : "workspace.done.staff-asked");
        return back(username);
    }

    @PostMapping("/second-factor/reset")
    String reset(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        tryStep(
                redirect,
                () -> resetting.reset(username, actor) ? "workspace.done.factor-reset" : "workspace.done.staff-asked");
        return back(username);
    }

    @PostMapping("/invitation")
    String invite(@PathVariable("username") String username, Actor actor, RedirectAttributes redirect) {
        reading.mayChange(actor);
        invitations.send(username, "workspace.done.staff-invited", actor, redirect);
        return back(username);
    }

    /** @param id of the request that was looked at */
    @PostMapping("/confirmation")
    String confirm(
            @PathVariable("username") String username,
            @RequestParam(name = "id", defaultValue = "0") long id,
            Actor actor,
            RedirectAttributes redirect) {
        StaffAccount[] now = new StaffAccount[1];
        tryStep(redirect, () -> {
            now[0] = confirming.confirm(username, id, actor);
            return "workspace.done.staff-confirmed";
        });
        if (now[0] != null && now[0].isInvited()) {
            invitations.send(username, "workspace.done.staff-added", actor, redirect);
        }
        return LIST;
    }

    /** @param id of the request that was looked at */
    @PostMapping("/refusal")
    String refuse(
            @PathVariable("username") String username,
            @RequestParam(name = "id", defaultValue = "0") long id,
            Actor actor,
            RedirectAttributes redirect) {
        tryStep(redirect, () -> {
            confirming.refuse(username, id, actor);
            return "workspace.done.staff-refused";
        });
        return LIST;
    }

    /** For who goes back to a step that was refused. */
    @GetMapping({"/{step}", "/sessions/{step}", "/second-factor/{step}", "/tokens/{step}"})
    RedirectView looked(@PathVariable("username") String username, Actor actor) {
        reading.member(username, actor);
        return new RedirectView("/staff/accounts/{username}", true);
    }

    private static String back(String username) {
        return "redirect:/staff/accounts/" + UriUtils.encodePathSegment(username, StandardCharsets.UTF_8);
    }

    /** @param step returns the key of what is said when it was taken */
    private void tryStep(RedirectAttributes redirect, Supplier<String> step) {
        try {
            redirect.addFlashAttribute("done", step.get());
        } catch (Refused refused) {
            if (refused.because() != Refused.Because.CONFLICT) {
                throw refused;
            }
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
    }
}
