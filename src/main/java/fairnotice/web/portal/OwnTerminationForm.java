package fairnotice.web.portal;

import static org.springframework.web.bind.ServletRequestUtils.getStringParameter;
import static org.springframework.web.bind.ServletRequestUtils.getStringParameters;

import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.refusal.Refused;
import fairnotice.refusal.WrittenDay;
import fairnotice.termination.Election;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which orders a customer ends, as it is chosen.
 *
 * @param orders one for each order of the customer, in its order; after them what else was sent, which is refused
 * @param code as typed; empty before it was asked for
 * @param contact id of whose code it is; empty where none was chosen
 */
record OwnTerminationForm(List<OrderChoice> orders, String code, String contact) {

    /**
     * @param lines ids of the lines that end; none for the whole order
     * @param lastDay as {@code <input type="date">} sends it
     */
    record OrderChoice(String order, boolean chosen, List<String> lines, String lastDay) {}

    /** Nothing chosen yet but the orders that the objection named. */
    static OwnTerminationForm blank(Customer customer, Set<String> affected) {
        return new OwnTerminationForm(
                customer.orders().stream()
                        .map(Order::externalId)
                        .map(order -> new OrderChoice(order, affected.contains(order), List.of(), ""))
                        .toList(),
                "",
                "");
    }

    /** Each order's own fields carry its number in their names. */
    static OwnTerminationForm of(HttpServletRequest request, Customer customer, ContactTokens contacts) {
        Set<String> own = customer.orders().stream().map(Order::externalId).collect(Collectors.toSet());
        List<String> chosen = values(request, "orders");
        List<OrderChoice> choices = new ArrayList<>();
        customer.orders().forEach(order -> choices.add(choice(request, order.externalId(), chosen)));
        chosen.stream()
                .filter(order -> !own.contains(order))
                .forEach(order -> choices.add(choice(request, order, chosen)));
        return new OwnTerminationForm(
                List.copyOf(choices),
                getStringParameter(request, "code", ""),
                contacts.read(getStringParameter(request, "contact", "")));
    }

    OwnTerminationForm codeOf(long holder) {
        return new OwnTerminationForm(orders, code, Long.toString(holder));
    }

    /** Whose code it is; empty where that is no id. */
    Optional<Long> holder() {
        return ContactTokens.id(contact);
    }

    boolean isAnythingChosen() {
        return orders.stream().anyMatch(OrderChoice::chosen);
    }

    /** Where in the form the nth election stands, from 0. */
    int placeOf(int election) {
        return orders.indexOf(orders.stream()
                .filter(OrderChoice::chosen)
                .skip(election)
                .findFirst()
                .orElseThrow());
    }

    /** @throws Refused when a day cannot be read */
    List<Election> elections() {
        List<Election> elections = new ArrayList<>();
        for (OrderChoice choice : orders) {
            if (choice.chosen()) {
                elections.add(
                        new Election(choice.order(), choice.lines(), day(choice.lastDay(), elections.size() + 1)));
            }
        }
        return elections;
    }

    private static LocalDate day(String text, int number) {
        return WrittenDay.typed("elections[" + number + "].lastDay", text);
    }

    private static OrderChoice choice(HttpServletRequest request, String order, List<String> chosen) {
        return new OrderChoice(
                order,
                chosen.contains(order),
                values(request, "lines[" + order + "]"),
                getStringParameter(request, "lastDay[" + order + "]", ""));
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Arrays.stream(getStringParameters(request, name)).distinct().toList();
    }
}
