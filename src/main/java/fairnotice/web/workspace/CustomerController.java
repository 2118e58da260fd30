package fairnotice.web.workspace;

import fairnotice.clearance.ReadingClearance;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notices;
import fairnotice.objection.Objections;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers of a register, and one with its contacts, orders, terms, notices and clearances. */
@Controller
class CustomerController {

    private final Publishers publishers;
    private final Customers customers;
    private final Notices notices;
    private final Objections objections;
    private final CaseLines caseLines;
    private final ReadingClearance reading;

    CustomerController(
            Publishers publishers,
            Customers customers,
            Notices notices,
            Objections objections,
            CaseLines caseLines,
            ReadingClearance reading) {
        this.publishers = publishers;
        this.customers = customers;
        this.notices = notices;
        this.objections = objections;
        this.caseLines = caseLines;
        this.reading = reading;
    }

    /** @param after revision of the last customer of the page before; 0 for the first page */
    @GetMapping("/customers")
    String customers(
            @RequestParam(name = "register", required = false) String id,
            @RequestParam(name = "after", defaultValue = "0") long after,
            Model model) {
        List<Register> all = publishers.all();
        model.addAttribute("registers", all);
        if (all.isEmpty()) {
            return "workspace/customers";
        }
        Register register = Problems.text(id) == null ? all.get(0) : publishers.of(id.strip());
        Page<Customer> page = Page.of(customers.page(register.id(), after, Page.SIZE + 1), 1);
        model.addAttribute("register", register);
        model.addAttribute("count", customers.count(register.id()));
        model.addAttribute("customers", page.items());
        model.addAttribute("first", after == 0);
        model.addAttribute("next", page.more() ? page.items().get(Page.SIZE - 1).revision() : null);
        return "workspace/customers";
    }

    @GetMapping("/customers/{id}")
    String customer(@PathVariable("id") long id, Model model) {
        Customer customer = customers.find(id).orElseThrow(() -> Refused.unknown("There is no such customer."));
        model.addAttribute("customer", customer);
        model.addAttribute("register", publishers.of(customer.register()));
        model.addAttribute("notices", notices.ofCustomer(id));
        model.addAttribute("objections", caseLines.of(objections.ofCustomer(id)));
        model.addAttribute("clearances", reading.clearances(customer));
        return "workspace/customer";
    }
}
