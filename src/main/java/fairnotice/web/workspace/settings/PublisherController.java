package fairnotice.web.workspace.settings;

import fairnotice.access.Actor;
import fairnotice.access.Administrators;
import fairnotice.publisher.AddressSetting;
import fairnotice.publisher.ChangingPublisher;
import fairnotice.publisher.ConfirmingPublicAddress;
import fairnotice.publisher.Publisher;
import fairnotice.publisher.ReadingPublisher;
import fairnotice.publisher.RequestedAddress;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Problems;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Who runs this installation, and under which address it is reached. For administrators of all registers; auditors read. */
@Controller
@RequestMapping("/settings/publisher")
class PublisherController {

    private static final String BACK = "redirect:/settings/publisher";

    private final ReadingPublisher reading;
    private final ChangingPublisher changing;
    private final ConfirmingPublicAddress confirming;
    private final Administrators administrators;
    private final AddressSetting setting;
    private final People people;
    private final Phrases phrases;

    PublisherController(
            ReadingPublisher reading,
            ChangingPublisher changing,
            ConfirmingPublicAddress confirming,
            Administrators administrators,
            AddressSetting setting,
            People people,
            Phrases phrases) {
        this.reading = reading;
        this.changing = changing;
        this.confirming = confirming;
        this.administrators = administrators;
        this.setting = setting;
        this.people = people;
        this.phrases = phrases;
    }

    @GetMapping
    String publisher(Actor actor, Model model) {
        administrators.mayRead(actor);
        FormErrors.of(PublisherForm.of(reading.current()), model);
        return page(actor, model);
    }

    @PostMapping
    String change(
            @ModelAttribute("form") PublisherForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        administrators.mayChange(actor);
        boolean[] counts = new boolean[1];
        if (!Problems.none(binding, () -> counts[0] = changing.change(form.typed(), form.seen(), actor))) {
            return page(actor, model);
        }
        redirect.addFlashAttribute("done", counts[0] ? "workspace.done.saved" : "workspace.done.address-waits");
        return BACK;
    }

    /** @param version of the publisher that was looked at */
    @PostMapping("/confirmation")
    String confirm(
            @RequestParam(name = "version", defaultValue = "0") int version, Actor actor, RedirectAttributes redirect) {
        return tried("workspace.done.staff-confirmed", () -> confirming.confirm(version, actor), redirect);
    }

    /** @param version of the publisher that was looked at */
    @PostMapping("/refusal")
    String refuse(
            @RequestParam(name = "version", defaultValue = "0") int version, Actor actor, RedirectAttributes redirect) {
        return tried("workspace.done.staff-refused", () -> confirming.refuse(version, actor), redirect);
    }

    /** For who goes back to a step that was refused. */
    @GetMapping("/{step}")
    RedirectView looked() {
        return new RedirectView("/settings/publisher", true);
    }

    private String tried(String done, Runnable step, RedirectAttributes redirect) {
        try {
            step.run();
            redirect.addFlashAttribute("done", done);
        } catch (Refused refused) {
            if (refused.because() != Refused.Because.CONFLICT) {
                throw refused;
            }
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return BACK;
    }

    private String page(Actor actor, Model model) {
        Publisher now = reading.current();
        RequestedAddress asked = now.asked();
        model.addAttribute("now", now);
        model.addAttribute("fixed", setting.url());
        model.addAttribute("otherwise", setting.otherwise());
        model.addAttribute("changes", administrators.isOne(actor));
        model.addAttribute("zone", ZoneOffset.UTC);
        model.addAttribute("waits", asked != null);
        if (asked != null) {
            model.addAttribute("askedBy", people.named(asked.askedBy()));
            model.addAttribute("own", asked.askedBy().equals(actor.id()));
            model.addAttribute(
                    "obstacle",
                    Refused.reason(() -> administrators.mayConfirm(actor, asked))
                            .orElse(null));
        }
        return "workspace/settings-publisher";
    }
}
