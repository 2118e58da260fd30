package fairnotice.web.workspace.mailserver;

import fairnotice.access.Actor;
import fairnotice.mailserver.ChangingServer;
import fairnotice.mailserver.ConfirmingServer;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.ReadingServers;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Problems;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.commons.lang3.EnumUtils;
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

/** Setting, removing and confirming one mail server: the relay or the mailbox. */
@Controller
@RequestMapping("/settings/mail/{part:relay|mailbox}")
class MailServerController {

    private static final String ALL = "redirect:/settings/mail";

    private final ReadingServers reading;
    private final ChangingServer changing;
    private final ConfirmingServer confirming;
    private final MailModel pages;
    private final Phrases phrases;

    MailServerController(
            ReadingServers reading,
            ChangingServer changing,
            ConfirmingServer confirming,
            MailModel pages,
            Phrases phrases) {
        this.reading = reading;
        this.changing = changing;
        this.confirming = confirming;
        this.pages = pages;
        this.phrases = phrases;
    }

    @GetMapping
    String form(@PathVariable("part") String name, Actor actor, Model model) {
        reading.mayChange(actor);
        FormErrors.of(ServerForm.of(reading.standing(part(name), actor)), model);
        return page(name, actor, model);
    }

    @PostMapping
    String change(
            @PathVariable("part") String name,
            @ModelAttribute("form") ServerForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        reading.mayChange(actor);
        boolean[] counts = new boolean[1];
        boolean done =
                Problems.none(binding, () -> counts[0] = changing.change(part(name), form.typed(), form.seen(), actor));
        if (!done) {
            return page(name, actor, model);
        }
        redirect.addFlashAttribute("done", said(counts[0]));
        return ALL;
    }

    private static String said(boolean counts) {
        return counts ? "workspace.done.mail-server" : "workspace.done.mail-server-asked";
    }

    /** @param version of the server that was looked at */
    @PostMapping("/removal")
    String remove(
            @PathVariable("part") String name,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            Actor actor,
            RedirectAttributes redirect) {
        return step(redirect, () -> said(changing.remove(part(name), version, actor)));
    }

    /** @param id of the request that was looked at */
    @PostMapping("/confirmation")
    String confirm(
            @PathVariable("part") String name,
            @RequestParam(name = "id", defaultValue = "0") long id,
            Actor actor,
            RedirectAttributes redirect) {
        return step(redirect, () -> {
            confirming.confirm(part(name), id, actor);
            return "workspace.done.mail-server";
        });
    }

    /** @param id of the request that was looked at */
    @PostMapping("/refusal")
    String refuse(
            @PathVariable("part") String name,
            @RequestParam(name = "id", defaultValue = "0") long id,
            Actor actor,
            RedirectAttributes redirect) {
        return step(redirect, () -> {
            confirming.refuse(part(name), id, actor);
            return "workspace.done.mail-server-refused";
        });
    }

    /** For who goes back to a step that was refused. */
    @GetMapping("/{step}")
    RedirectView looked() {
        return new RedirectView("/settings/mail", true);
    }

    private String page(String name, Actor actor, Model model) {
        pages.form(part(name), actor, model);
        return "workspace/mail-server";
    }

    private static Part part(String name) {
        return EnumUtils.getEnum(Part.class, name.toUpperCase(Locale.ROOT));
    }

    /** @param step returns the key of what is said when it was taken */
    private String step(RedirectAttributes redirect, Supplier<String> step) {
        try {
            redirect.addFlashAttribute("done", step.get());
        } catch (Refused refused) {
            if (refused.because() != Refused.Because.CONFLICT) {
                throw refused;
            }
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return ALL;
    }
}
