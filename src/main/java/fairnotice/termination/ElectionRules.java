package fairnotice.termination;

import fairnotice.calendar.Holidays;
import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of the orders a customer elects to end. */
final class ElectionRules {

    private static final int MOST = 100;

    private final TextRules problems = new TextRules();
    private final Customer customer;
    private final NoticePolicy policy;
    private final LocalDate electedOn;
    private final Holidays holidays;

    private ElectionRules(Customer customer, NoticePolicy policy, LocalDate electedOn, Holidays holidays) {
        this.customer = customer;
        this.policy = policy;
        this.electedOn = electedOn;
        this.holidays = holidays;
    }

    /** The remedy is the policy's: where it states none, none is given. */
    static void policyMustOfferTermination(NoticePolicy policy) {
        if (policy.settlement() == null || policy.settlement().termination() == null) {
            throw Refused.conflict("refused.termination.not-promised");
        }
    }

    /** @throws Refused naming every field that is wrong */
    static void check(
            Customer customer, NoticePolicy policy, LocalDate electedOn, Holidays holidays, List<Election> elections) {
        new ElectionRules(customer, policy, electedOn, holidays).check(elections);
    }

    private void check(List<Election> elections) {
        problems.refuseIf(elections.isEmpty(), "elections", "refused.termination.order");
        problems.refuseIf(elections.size() > MOST, "elections", "refused.termination.too-many-orders", MOST);
        problems.orRefuse();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < elections.size(); i++) {
            Election election = elections.get(i);
            String field = "elections[" + (i + 1) + "]";
            problems.refuseIf(!seen.add(election.order()), field + ".order", "refused.termination.order-twice");
            Optional<Order> order = order(election);
            problems.refuseIf(order.isEmpty(), field + ".order", "refused.termination.own-orders");
            order.ifPresent(found -> election(field, election, found));
        }
        problems.orRefuse();
    }

    private Optional<Order> order(Election election) {
        return customer.orders().stream()
                .filter(order -> order.externalId().equals(election.order()))
                .findFirst();
    }

    private void election(String field, Election election, Order order) {
        linesAreItsOwn(field, election, order);
        nothingEndsTwice(field, election, order);
        endLiesInWindow(field, election, order);
    }

    private void linesAreItsOwn(String field, Election election, Order order) {
        Set<String> own =
                order.linesOrWhole().stream().map(OrderLine::externalId).collect(Collectors.toSet());
        problems.refuseIf(!own.containsAll(election.lines()), field + ".lines", "refused.termination.own-lines");
        problems.refuseIf(
                new HashSet<>(election.lines()).size() < election.lines().size(),
                field + ".lines",
                "refused.termination.line-twice");
    }

    private void nothingEndsTwice(String field, Election election, Order order) {
        boolean partly = election.isWhole() && !order.ended().isEmpty();
        boolean again = order.linesOrWhole().stream()
                .map(OrderLine::externalId)
                .anyMatch(line -> election.ends(line) && order.hasEnded(line));
        problems.refuseIf(partly || again, field + ".order", "refused.termination.ended-before", order.externalId());
    }

    private void endLiesInWindow(String field, Election election, Order order) {
        EndWindow window = EndWindow.of(order, policy, electedOn, holidays);
        String day = field + ".lastDay";
        if (!window.isOpen()) {
            problems.refuseIf(true, day, "refused.termination.expires", order.externalId(), order.ends());
        } else if (election.lastDay() == null) {
            problems.refuseIf(true, day, "refused.termination.last-day");
        } else {
            problems.refuseIf(
                    !window.holds(election.lastDay()),
                    day,
                    "refused.termination.last-day-window",
                    order.externalId(),
                    window.earliest(),
                    window.latest());
        }
    }
}
