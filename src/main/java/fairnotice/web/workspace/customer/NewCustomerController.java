package fairnotice.web.workspace.customer;

import fairnotice.access.Actor;
import fairnotice.customer.AddingCustomer;
import fairnotice.customer.ContactRole;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy.Audience;
import fairnotice.register.Register;
import fairnotice.web.FormErrors;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding a customer by hand. For administrators of its register. */
@Controller
@RequestMapping("/customers/new")
class NewCustomerController {

    private final AddingCustomer adding;
    private final Publishers publishers;
    private final Phrases phrases;

    NewCustomerController(AddingCustomer adding, Publishers publishers, Phrases phrases) {
        this.adding = adding;
        this.publishers = publishers;
        this.phrases = phrases;
    }

    @GetMapping
    String form(@RequestParam("register") String id, Actor actor, Model model) {
        Register register = publishers.of(id, actor);
        adding.mayAdd(actor, register.id());
        FormErrors.of(NewCustomerForm.blank(), model);
        return page(register, model);
    }

    @PostMapping
    String add(
            @RequestParam("register") String id,
            @ModelAttribute("form") NewCustomerForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Register register = publishers.of(id, actor);
        adding.mayAdd(actor, register.id());
        long[] customer = new long[1];
        if (!Problems.none(binding, () -> customer[0] = added(register, form, actor))) {
            return page(register, model);
        }
        redirect.addFlashAttribute("done", "workspace.done.customer-added");
        return "redirect:/customers/" + customer[0];
    }

    private long added(Register register, NewCustomerForm form, Actor actor) {
        try {
            return adding.add(register.id(), form.stated(), actor);
        } catch (Refused refused) {
            throw NewCustomerForm.beside(refused);
        }
    }

    private String page(Register register, Model model) {
        model.addAttribute("register", register);
        model.addAttribute("plans", plans(register.policy().audience()));
        model.addAttribute("roles", phrases.choices("workspace.role.", List.of(ContactRole.values())));
        model.addAttribute("languages", phrases.choices("workspace.language.", List.of(Language.values())));
        return "workspace/customer-new";
    }

    /** Those that the promise names; empty where it makes no difference. */
    private static String plans(Audience audience) {
        return Stream.concat(audience.told().stream(), audience.mayObject().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
