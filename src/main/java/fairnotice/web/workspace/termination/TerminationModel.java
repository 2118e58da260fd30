package fairnotice.web.workspace.termination;

import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.register.Register;
import fairnotice.termination.ElectingTermination;
import fairnotice.termination.ReadingDataChanges;
import fairnotice.termination.ReadingOtherRefunds;
import fairnotice.termination.ReadingSentBack;
import fairnotice.termination.RefundDates;
import fairnotice.termination.RefundStatement;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.history.CustomerFieldWords;
import fairnotice.web.workspace.history.Timeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what pages about a termination show. */
@Component
class TerminationModel {

    private final Terminations terminations;
    private final Customers customers;
    private final Publishers publishers;
    private final RefundDates dates;
    private final ElectingTermination electing;
    private final ReadingDataChanges changed;
    private final ReadingOtherRefunds otherRefunds;
    private final ReadingSentBack sentBack;
    private final Timeline timeline;
    private final UnconfirmedChanges unconfirmed;
    private final ConfirmingCustomerChange confirming;
    private final CustomerFieldWords fields;
    private final People people;
    private final Clock clock;

    TerminationModel(
            Terminations terminations,
            Customers customers,
            Publishers publishers,
            RefundDates dates,
            ElectingTermination electing,
            ReadingDataChanges changed,
            ReadingOtherRefunds otherRefunds,
            ReadingSentBack sentBack,
            Timeline timeline,
            UnconfirmedChanges unconfirmed,
            ConfirmingCustomerChange confirming,
            CustomerFieldWords fields,
            People people,
            Clock clock) {
        this.unconfirmed = unconfirmed;
        this.confirming = confirming;
        this.fields = fields;
        this.people = people;
        this.clock = clock;
        this.terminations = terminations;
        this.changed = changed;
        this.otherRefunds = otherRefunds;
        this.sentBack = sentBack;
        this.timeline = timeline;
        this.customers = customers;
        this.publishers = publishers;
        this.dates = dates;
        this.electing = electing;
    }

    Termination fill(String reference, Model model) {
        Termination termination = terminations.getByReference(reference);
        model.addAttribute("termination", termination);
        model.addAttribute("recalculated", RefundStatement.recalculated(termination));
        model.addAttribute("sentBack", sentBack.of(termination).orElse(null));
        model.addAttribute("refundDates", dates.due(reference));
        model.addAttribute("now", clock.instant());
        Customer customer = customers.find(termination.customer()).orElseThrow();
        model.addAttribute("customer", customer);
        unconfirmed.of(customer.id()).ifPresent(change -> waiting(change, customer, model));
        Register register = publishers.of(termination.register());
        model.addAttribute("register", register);
        Customer counted = customers.withOrdersInCases(customer.id()).orElse(customer);
        model.addAttribute("data", electing.data(termination.worksheet(), counted.orders()));
        ReadingDataChanges.Shown shown = changed.of(termination);
        List<ReadingOtherRefunds.Other> others = otherRefunds.of(termination);
        model.addAttribute("others", others);
        model.addAttribute(
                "othersOf",
                customers.byIds(
                        others.stream().map(each -> each.other().customer()).toList()));
        Map<String, Set<Long>> holders = otherRefunds.holders(termination);
        model.addAttribute("holders", holders);
        model.addAttribute(
                "holdersOf",
                customers.byIds(holders.values().stream().flatMap(Set::stream).collect(Collectors.toSet())));
        model.addAttribute("changedFrom", shown.from());
        model.addAttribute("changedWithin", ReadingDataChanges.BEFORE_OBJECTION);
        model.addAttribute(
                "changedSince",
                timeline.about(
                        "customer:" + termination.customer(),
                        register.zone(),
                        entry -> shown.entries().contains(entry.id())));
        return termination;
    }

    /** What of the customer waits for another administrator, by whom, and when that was changed last. */
    private void waiting(UnconfirmedChange change, Customer customer, Model model) {
        Customer before = confirming.before(customer.id()).orElse(customer);
        model.addAttribute("waiting", change);
        model.addAttribute(
                "waitingFields",
                confirming.differences(customer.id()).stream()
                        .map(difference ->
                                fields.row(difference, before, customer).label())
                        .collect(Collectors.joining("; ")));
        model.addAttribute(
                "waitingBy", change.changedBy().stream().map(people::named).collect(Collectors.joining(", ")));
    }
}
