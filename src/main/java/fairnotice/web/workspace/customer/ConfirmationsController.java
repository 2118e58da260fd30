package fairnotice.web.workspace.customer;

import fairnotice.access.Actor;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.ConfirmingCustomerChange.Changed;
import fairnotice.customer.Resemblance;
import fairnotice.customer.UnconfirmedChanges.Together;
import fairnotice.refusal.Refused;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.history.CustomerFieldWords;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one person changed of many customers at once, an import mostly: shown and confirmed together. */
@Controller
class ConfirmationsController {

    private final Phrases phrases;
    private final Publishers publishers;
    private final ConfirmingCustomerChange confirming;
    private final People people;
    private final CustomerFieldWords fields;

    ConfirmationsController(
            Publishers publishers,
            ConfirmingCustomerChange confirming,
            People people,
            CustomerFieldWords fields,
            Phrases phrases) {
        this.phrases = phrases;
        this.publishers = publishers;
        this.confirming = confirming;
        this.people = people;
        this.fields = fields;
    }

    /** One customer with what was changed of it. */
    record Line(long id, String name, List<Resemblance> resembles, List<CustomerFieldWords.Row> rows) {}

    /** Back to the inbox where there is none of these, or none for this person, to be confirmed. */
    @GetMapping("/confirmations")
    String confirmations(@ModelAttribute ChangedTogether.Form form, Actor actor, Model model) {
        Together asked = form.together();
        publishers.of(asked.register(), actor);
        Optional<Together> there = confirming.together(actor).stream()
                .filter(each -> each.isOf(asked))
                .findFirst();
        there.ifPresent(now -> show(now, actor, model));
        return there.isPresent() ? "workspace/confirmations" : "redirect:/inbox";
    }

    private void show(Together now, Actor actor, Model model) {
        model.addAttribute("together", ChangedTogether.of(now, publishers.of(now.register()), people));
        model.addAttribute(
                "lines",
                confirming.customersOf(now, actor).stream().map(this::line).toList());
    }

    @PostMapping("/confirmations")
    String confirm(@ModelAttribute ChangedTogether.Form form, Actor actor, RedirectAttributes redirect) {
        Together seen = form.together();
        publishers.of(seen.register(), actor);
        try {
            confirming.confirmTogether(seen, actor);
            redirect.addFlashAttribute("done", "workspace.done.customers-confirmed");
        } catch (Refused refused) {
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return "redirect:/inbox";
    }

    private Line line(Changed changed) {
        return new Line(
                changed.now().id(),
                changed.now().name(),
                changed.resembles(),
                changed.differences().stream()
                        .map(difference -> fields.row(difference, changed.before(), changed.now()))
                        .toList());
    }
}
