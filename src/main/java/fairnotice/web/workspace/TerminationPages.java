package fairnotice.web.workspace;

import fairnotice.customer.Customers;
import fairnotice.termination.RefundDates;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what pages about a termination show. */
@Component
class TerminationPages {

    private final Terminations terminations;
    private final Customers customers;
    private final Publishers publishers;
    private final RefundDates dates;

    TerminationPages(Terminations terminations, Customers customers, Publishers publishers, RefundDates dates) {
        this.terminations = terminations;
        this.customers = customers;
        this.publishers = publishers;
        this.dates = dates;
    }

    Termination fill(String reference, Model model) {
        Termination termination = terminations.named(reference);
        model.addAttribute("termination", termination);
        model.addAttribute("refundDates", dates.due(reference));
        model.addAttribute("customer", customers.find(termination.customer()).orElseThrow());
        model.addAttribute("register", publishers.of(termination.register()));
        return termination;
    }
}
