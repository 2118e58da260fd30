package fairnotice.web.workspace.customer;

import fairnotice.access.Actor;
import fairnotice.clearance.ReadingClearance;
import fairnotice.customer.AddingCustomer;
import fairnotice.customer.ChoosingLanguage;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.notice.ReadingWindows;
import fairnotice.objection.Objections;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.ObjectionLines;
import fairnotice.web.workspace.Page;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.history.CustomerFieldWords;
import fairnotice.web.workspace.history.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The customers of a register, and one with its contacts, orders, terms, notices and clearances. */
@Controller
class CustomerController {

    private final Phrases phrases;
    private final Publishers publishers;
    private final Customers customers;
    private final Notices notices;
    private final ReadingWindows windows;
    private final Objections objections;
    private final ObjectionLines caseLines;
    private final ReadingClearance reading;
    private final UnconfirmedChanges unconfirmed;
    private final ConfirmingCustomerChange confirming;
    private final ChoosingLanguage languages;
    private final AddingCustomer adding;
    private final People people;
    private final CustomerFieldWords fields;
    private final Timeline timeline;

    CustomerController(
            Publishers publishers,
            Customers customers,
            Notices notices,
            ReadingWindows windows,
            Objections objections,
            ObjectionLines caseLines,
            ReadingClearance reading,
            UnconfirmedChanges unconfirmed,
            ConfirmingCustomerChange confirming,
            ChoosingLanguage languages,
            AddingCustomer adding,
            People people,
            CustomerFieldWords fields,
            Timeline timeline,
            Phrases phrases) {
        this.phrases = phrases;
        this.publishers = publishers;
        this.customers = customers;
        this.notices = notices;
        this.windows = windows;
        this.objections = objections;
        this.caseLines = caseLines;
        this.reading = reading;
        this.unconfirmed = unconfirmed;
        this.confirming = confirming;
        this.languages = languages;
        this.adding = adding;
        this.people = people;
        this.fields = fields;
        this.timeline = timeline;
    }

    /** @param after revision of the last customer of the page before; 0 for the first page */
    @GetMapping("/customers")
    String customers(
            @RequestParam(name = "register", required = false) String id,
            @RequestParam(name = "after", defaultValue = "0") long after,
            Actor actor,
            Model model) {
        List<Register> all = publishers.within(actor.scope());
        model.addAttribute("registers", all);
        if (all.isEmpty()) {
            model.addAttribute("mayAdd", false);
            model.addAttribute("first", true);
            return "workspace/customers";
        }
        Register register = Problems.text(id) == null ? all.get(0) : publishers.of(id.strip(), actor);
        Page<Customer> page = Page.of(customers.page(register.id(), after, Page.SIZE + 1), 1);
        model.addAttribute("register", register);
        model.addAttribute("mayAdd", adding.isAdder(actor, register.id()));
        model.addAttribute("count", customers.count(register.id()));
        model.addAttribute("customers", page.items());
        model.addAttribute("first", after == 0);
        model.addAttribute("next", page.more() ? page.items().get(Page.SIZE - 1).revision() : null);
        return "workspace/customers";
    }

    @GetMapping("/customers/{id}")
    String customer(@PathVariable("id") long id, Actor actor, Model model) {
        Customer customer = found(id, actor);
        model.addAttribute("customer", customer);
        model.addAttribute(
                "languages", languages.may(actor, customer.register()) ? Language.values() : new Language[0]);
        model.addAttribute("register", publishers.of(customer.register()));
        List<Notice> told = notices.ofCustomer(id);
        model.addAttribute("notices", told);
        model.addAttribute("closings", windows.closings(told));
        model.addAttribute("objections", caseLines.of(objections.ofCustomer(id)));
        model.addAttribute("clearances", reading.clearances(customer));
        Register register = publishers.of(customer.register());
        model.addAttribute("timeline", timeline.about("customer:" + id, register.zone()));
        unconfirmed.of(id).ifPresent(change -> waiting(change, customer, actor, model));
        return "workspace/customer";
    }

    private void waiting(UnconfirmedChange change, Customer customer, Actor actor, Model model) {
        model.addAttribute("unconfirmed", change);
        Customer before = confirming.before(customer.id()).orElse(customer);
        model.addAttribute(
                "differences",
                confirming.differences(customer.id()).stream()
                        .map(difference -> fields.row(difference, before, customer))
                        .toList());
        model.addAttribute(
                "contactsBy", named(change.contactsBy().isEmpty() ? change.changedBy() : change.contactsBy()));
        model.addAttribute("ordersBy", named(change.ordersBy(customer)));
        model.addAttribute("noticesBy", named(change.noticesBy(customer)));
        Optional<Phrase> obstacle = confirming.obstacle(change, customer.register(), actor);
        model.addAttribute("mayConfirm", obstacle.isEmpty());
        model.addAttribute("partly", obstacle.isEmpty() && change.isPartOf(actor.id()));
        model.addAttribute(
                "vacancy", confirming.vacancy(change, customer.register()).orElse(null));
    }

    private String named(Set<String> who) {
        return who.stream().map(people::named).collect(Collectors.joining(", "));
    }

    /** For who goes back to a confirmation that was refused. */
    @GetMapping("/customers/{id}/confirmation")
    RedirectView confirmed(@PathVariable("id") long id, Actor actor) {
        found(id, actor);
        return new RedirectView("/customers/{id}", true);
    }

    /** @param revision of the customer as it was looked at */
    @PostMapping("/customers/{id}/confirmation")
    String confirm(
            @PathVariable("id") long id,
            @RequestParam("revision") long revision,
            Actor actor,
            RedirectAttributes redirect) {
        found(id, actor);
        try {
            confirming.confirm(id, revision, actor);
            redirect.addFlashAttribute("done", "workspace.done.customer-confirmed");
        } catch (Refused refused) {
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return "redirect:/customers/" + id;
    }

    @PostMapping("/customers/{id}/contacts/{contact}/language")
    String language(
            @PathVariable("id") long id,
            @PathVariable("contact") long contact,
            @RequestParam("language") Language language,
            Actor actor,
            RedirectAttributes redirect) {
        found(id, actor);
        try {
            languages.choose(id, contact, language, actor);
            redirect.addFlashAttribute("done", "workspace.done.language");
        } catch (Refused refused) {
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return "redirect:/customers/" + id;
    }

    private Customer found(long id, Actor actor) {
        return customers
                .find(id)
                .filter(customer -> actor.sees(customer.register()))
                .orElseThrow(() -> Refused.unknown("refused.unknown.customer"));
    }
}
