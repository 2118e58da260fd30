package fairnotice.web.portal;

import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.ObjectionContexts;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.termination.ElectingTermination;
import fairnotice.termination.EndWindow;
import fairnotice.termination.Worksheet;
import fairnotice.web.Brand;
import fairnotice.web.FormErrors;
import fairnotice.web.portal.OpenedNotices.Opened;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Gathers what a customer reads while it chooses which orders to end. */
@Component
class OwnTerminationReading {

    private static final Pattern FIELD = Pattern.compile("elections\\[(\\d{1,4})]\\.(order|lines|lastDay)");

    private final OwnObjectionReading cases;
    private final ObjectionContexts contexts;
    private final Registers registers;
    private final ElectingTermination electing;
    private final Customers customers;
    private final ConfirmingCustomerChange confirming;

    OwnTerminationReading(
            OwnObjectionReading cases,
            ObjectionContexts contexts,
            Registers registers,
            ElectingTermination electing,
            Customers customers,
            ConfirmingCustomerChange confirming) {
        this.customers = customers;
        this.confirming = confirming;
        this.cases = cases;
        this.contexts = contexts;
        this.registers = registers;
        this.electing = electing;
    }

    /**
     * An order with the days between which it may end.
     *
     * @param place in the form
     * @param lines that were not ended before
     * @param partly whether others were
     */
    record OrderLineUp(int place, Order order, EndWindow window, List<OrderLine> lines, boolean partly) {

        static OrderLineUp of(int place, Order order, EndWindow window) {
            List<OrderLine> left = order.lines().stream()
                    .filter(line -> !order.hasEnded(line.externalId()))
                    .toList();
            return new OrderLineUp(place, order, window, left, !order.ended().isEmpty());
        }
    }

    /** @throws Refused when nothing may be chosen now, saying where the case stands */
    void fill(Opened opened, Objection objection, Model model) {
        ObjectionContext context = contexts.of(objection);
        NoticePolicy policy = context.policy();
        Register register = registers.getById(objection.register());
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("register", register);
        model.addAttribute("policy", policy);
        model.addAttribute("terms", policy.settlement().termination());
        model.addAttribute("own", cases.view(cases.asOfNow(objection), opened.customer()));
        model.addAttribute("customer", opened.customer().name());
        model.addAttribute("holders", cases.authority(objection));
        model.addAttribute("noticeOver", context.isNoticeDone());
        model.addAttribute("namedOrders", context.namedOrders().orElse(null));
        model.addAttribute("lineup", lineup(opened, objection));
        model.addAttribute("waits", confirming.isOrdersWaiting(opened.customer().id()));
    }

    /** With the orders that its case counts. */
    Customer customer(Opened opened) {
        return customers.inCases(opened.customer().id()).orElseGet(opened::customer);
    }

    /** Whoever has a code for this choice already is asked for it, whoever had it mailed. */
    OwnTerminationForm withOwnCode(Opened opened, Objection objection, OwnTerminationForm form, Worksheet worksheet) {
        long own = opened.contact().id();
        boolean has = form.contact().isEmpty()
                && electing.codeValidUntil(objection.reference(), worksheet, own, opened.actor())
                        .isPresent();
        return has ? form.codeOf(own) : form;
    }

    private List<OrderLineUp> lineup(Opened opened, Objection objection) {
        Map<String, EndWindow> windows = electing.windows(objection.reference()).stream()
                .collect(Collectors.toMap(EndWindow::order, Function.identity()));
        List<Order> orders = customer(opened).orders();
        return orders.stream()
                .filter(order -> windows.containsKey(order.externalId()))
                .map(order -> OrderLineUp.of(orders.indexOf(order), order, windows.get(order.externalId())))
                .toList();
    }

    /** What the rules say of the nth election, beside the order it is about. */
    static void show(Refused refused, OwnTerminationForm form, int own, BindingResult errors) {
        refused.problems().forEach(problem -> show(problem, form, own, errors));
    }

    private static void show(FieldProblem problem, OwnTerminationForm form, int own, BindingResult errors) {
        Matcher election = FIELD.matcher(problem.field());
        if (election.matches()) {
            int place = form.placeOf(Integer.parseInt(election.group(1)) - 1);
            if (place < own) {
                FormErrors.beside("orders[" + place + "]." + election.group(2), problem.phrase(), errors);
                return;
            }
        }
        boolean known = problem.field().equals("code") || problem.field().equals("contact");
        if (known) {
            FormErrors.beside(problem.field(), problem.phrase(), errors);
        } else {
            FormErrors.aboutAll(problem.phrase(), errors);
        }
    }
}
