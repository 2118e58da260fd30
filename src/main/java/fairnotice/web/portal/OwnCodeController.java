package fairnotice.web.portal;

import fairnotice.objection.Objection;
import fairnotice.objection.RequestingCode;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.portal.OpenedNotices.Opened;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A one-time code for a step that binds the customer: asked for here, used where the step is taken. */
@Controller
@RequestMapping("/n/{token}/code")
class OwnCodeController {

    private final ContactTokens contacts;
    private final OpenedNotices opened;
    private final OwnObjectionReading cases;
    private final OwnCodePage page;
    private final RequestingCode asking;

    OwnCodeController(
            OpenedNotices opened,
            OwnObjectionReading cases,
            OwnCodePage page,
            RequestingCode asking,
            ContactTokens contacts) {
        this.contacts = contacts;
        this.opened = opened;
        this.cases = cases;
        this.page = page;
        this.asking = asking;
    }

    /**
     * Asks for the contact; with {@code contact}, where the code went, for the code.
     *
     * @param again whether another code is wanted, though one that was mailed can be used
     */
    @GetMapping
    String show(
            @PathVariable("token") String token,
            @RequestParam(name = "again", defaultValue = "false") boolean again,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        AnswerForm form = AnswerForm.of(request, contacts);
        if (!page.fits(found.get(), form.action())) {
            return past(token, redirect);
        }
        AnswerForm shown = page.withOwnCode(found.get(), form, again);
        FormErrors.of(shown, model);
        return page(found.get(), token, shown, !shown.contact().isEmpty(), model);
    }

    @PostMapping
    String ask(
            @PathVariable("token") String token,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        AnswerForm form = AnswerForm.of(request, contacts);
        if (!page.fits(found.get(), form.action())) {
            return past(token, redirect);
        }
        BindingResult errors = FormErrors.of(form, model);
        try {
            long contact = contact(form);
            mail(found.get(), form, contact);
            redirect.addAttribute("action", form.action()).addAttribute("contact", contacts.of(contact));
            redirect.addFlashAttribute("done", "portal.done.code");
            return "redirect:/n/" + token + "/code";
        } catch (Refused refused) {
            FormErrors.show(refused, errors);
            return page(found.get(), token, form, page.hasCode(found.get(), form), model);
        }
    }

    private void mail(Opened by, AnswerForm form, long contact) {
        Objection objection = cases.find(by).orElseThrow();
        asking.ask(objection.reference(), page.act(form.action()).orElseThrow(), contact, by.actor());
    }

    private static long contact(AnswerForm form) {
        return form.holder().orElseThrow(() -> Refused.invalid("contact", "refused.code.who"));
    }

    private String page(Opened found, String token, AnswerForm form, boolean sent, Model model) {
        page.fill(found, form, sent, model);
        model.addAttribute("token", token);
        return "portal/code";
    }

    private static String past(String token, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "portal.done.past");
        return "redirect:/n/" + token;
    }
}
