package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.customer.Order;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a customer is told of its personal data once its orders have ended (GDPR art. 28(3)(g)).
 *
 * @param publisher its name
 * @param stated what the publisher states of it; null where it states nothing
 * @param askAt address to which the customer writes about it
 * @param lastDay of the last of the terminated orders, in words: the best day to have chosen by
 * @param zone of that day
 * @param over whether that day has ended
 * @param others the orders that go on, whose data it is not about; empty where none does
 */
public record DataAfterEnd(
        String publisher, String stated, String askAt, String lastDay, String zone, boolean over, String others) {

    static DataAfterEnd of(
            Termination termination, Collection<Order> orders, Register register, Registers registers, Instant now) {
        String stated = registers
                .policy(termination.register(), termination.policyVersion())
                .settlement()
                .termination()
                .dataAfterEnd();
        Worksheet worksheet = termination.worksheet();
        return of(register.name(), stated, register.replyTo(), worksheet.elections(), orders, worksheet.zone(), now);
    }

    static DataAfterEnd of(
            String publisher,
            String stated,
            String askAt,
            List<Election> elections,
            Collection<Order> orders,
            String zone,
            Instant now) {
        LocalDate last = Election.lastDay(elections);
        boolean over = Deadline.on(last, ZoneId.of(zone)).isOverAt(now);
        return new DataAfterEnd(
                publisher, stated, askAt, RefundMessages.day(last), zone, over, others(orders, elections, last));
    }

    /** "OT-1"; beside an order that ends in part "the whole of OT-1 and the other lines of OT-2" */
    private static String others(Collection<Order> orders, List<Election> elections, LocalDate last) {
        List<Order> lasting =
                orders.stream().filter(order -> order.lastDay().isAfter(last)).toList();
        List<String> inPart = lasting.stream()
                .filter(order -> isEnded(order, elections) && hasOtherLines(order, elections))
                .map(order -> RefundMessages.of("other-lines", order.externalId()))
                .toList();
        Stream<String> whole = lasting.stream()
                .filter(order -> !isEnded(order, elections))
                .map(Order::externalId)
                .map(order -> inPart.isEmpty() ? order : RefundMessages.of("whole-order", order));
        return Phrase.all(Stream.concat(whole, inPart.stream()).toList()).said();
    }

    private static boolean isEnded(Order order, List<Election> elections) {
        return elections.stream().anyMatch(each -> each.order().equals(order.externalId()));
    }

    private static boolean hasOtherLines(Order order, List<Election> elections) {
        return order.linesOrWhole().stream()
                .anyMatch(line -> elections.stream()
                        .noneMatch(each -> each.order().equals(order.externalId()) && each.ends(line.externalId())));
    }
}
