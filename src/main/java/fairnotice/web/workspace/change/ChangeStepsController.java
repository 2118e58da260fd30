package fairnotice.web.workspace.change;

import fairnotice.access.Actor;
import fairnotice.change.AmendingChange;
import fairnotice.change.PostponingChange;
import fairnotice.change.VendorChange;
import fairnotice.change.WithdrawingChange;
import fairnotice.mailserver.MailReadiness;
import fairnotice.refusal.WrittenDay;
import fairnotice.web.workspace.Choices;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.ReasonForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff can do with a change at any time: withdraw, postpone, amend. */
@Controller
class ChangeStepsController {

    private final ChangeModel pages;
    private final WithdrawalModel withdrawals;
    private final Publishers publishers;
    private final WithdrawingChange withdrawing;
    private final PostponingChange postponing;
    private final AmendingChange amending;
    private final MailReadiness mail;

    ChangeStepsController(
            ChangeModel pages,
            WithdrawalModel withdrawals,
            Publishers publishers,
            WithdrawingChange withdrawing,
            PostponingChange postponing,
            AmendingChange amending,
            MailReadiness mail) {
        this.pages = pages;
        this.withdrawals = withdrawals;
        this.publishers = publishers;
        this.withdrawing = withdrawing;
        this.postponing = postponing;
        this.amending = amending;
        this.mail = mail;
    }

    @GetMapping("/changes/{reference}/withdrawal")
    String withdrawal(@PathVariable("reference") String reference, Model model) {
        model.addAttribute("form", new ReasonForm(null, null));
        return withdrawalPage(reference, model);
    }

    @PostMapping("/changes/{reference}/withdrawal")
    String withdraw(
            @PathVariable("reference") String reference,
            @ModelAttribute("form") ReasonForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        boolean done =
                Problems.none(binding, () -> withdrawing.withdraw(reference, Problems.text(form.reason()), actor));
        return done ? back(reference, "withdrawn", redirect) : withdrawalPage(reference, model);
    }

    @GetMapping("/changes/{reference}/postponement")
    String postponement(@PathVariable("reference") String reference, Model model) {
        model.addAttribute("form", new ReasonForm(null, null));
        return postponementPage(reference, model);
    }

    @PostMapping("/changes/{reference}/postponement")
    String postpone(
            @PathVariable("reference") String reference,
            @ModelAttribute("form") ReasonForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Problems.none(
                binding,
                () -> postponing.postpone(
                        reference, WrittenDay.typed("to", form.to()), Problems.text(form.reason()), actor));
        return done ? back(reference, "postponed", redirect) : postponementPage(reference, model);
    }

    @GetMapping("/changes/{reference}/amendment")
    String amendment(@PathVariable("reference") String reference, Model model) {
        VendorChange change = pages.head(reference, model);
        model.addAttribute("form", ProposalForm.of(change.proposal()));
        return amendmentPage(change, model);
    }

    @PostMapping("/changes/{reference}/amendment")
    String amend(
            @PathVariable("reference") String reference,
            @ModelAttribute("form") ProposalForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        boolean done =
                Problems.none(binding, () -> amending.amend(reference, form.proposal(), form.whyAmended(), actor));
        return done ? back(reference, "amended", redirect) : amendmentPage(pages.head(reference, model), model);
    }

    private String withdrawalPage(String reference, Model model) {
        withdrawals.fill(pages.head(reference, model), model);
        model.addAttribute("step", "withdrawal");
        return "workspace/reason";
    }

    private String postponementPage(String reference, Model model) {
        pages.head(reference, model);
        model.addAttribute("step", "postponement");
        return "workspace/reason";
    }

    private String amendmentPage(VendorChange change, Model model) {
        model.addAttribute("choices", Choices.categories(publishers.of(change.register())));
        model.addAttribute(
                "mailMissing",
                change.state().isBeforeAnnouncement() ? null : mail.missing().orElse(null));
        return "workspace/amendment";
    }

    private static String back(String reference, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "workspace.done." + done);
        return "redirect:/changes/" + reference;
    }
}
