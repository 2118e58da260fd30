package fairnotice.termination;

import static fairnotice.customer.ContactFixture.contact;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Payment;
import fairnotice.customer.Pricing;
import fairnotice.customer.Terms;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicyBuilder;
import fairnotice.register.Settlement;
import fairnotice.register.StartEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What terminations are tried with. */
final class Leaving {

    /** The day of the election, on which what was paid counts. */
    private static final LocalDate PAID_ON = LocalDate.of(2026, 1, 1);

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Leaving() {}

    static Settlement.Termination terms(boolean refund, boolean outstandingPayable) {
        return new Settlement.Termination(
                Period.days(30), null, Period.parse("24 months"), refund, outstandingPayable, null);
    }

    static NoticePolicy policy(Settlement.Termination terms) {
        CountingRule thirty = new CountingRule(Period.days(30), ZONE, false, "DPA §05");
        Settlement settlement = new Settlement(
                Period.days(10),
                Period.days(10),
                Period.days(30),
                Set.of(),
                List.of("OWNER"),
                Period.days(3),
                Period.days(5),
                terms);
        return NoticePolicyBuilder.builder()
                .version(3)
                .zone(ZONE)
                .clause("DPA §05")
                .notice(thirty)
                .noticeFrom(StartEvent.SENT)
                .objection(thirty)
                .groundsRequired(true)
                .remedy(NoticePolicy.Remedy.TERMINATE_ORDER_WITH_REFUND)
                .settlement(settlement)
                .audience(new NoticePolicy.Audience(Set.of(), Set.of(), List.of("OWNER"), List.of(), false))
                .reminders(List.of())
                .reachWithin(Period.days(14))
                .reviewWithin(Period.days(5))
                .escalateAfter(Period.days(10))
                .listRemovedUntilNoticeEnds(true)
                .build();
    }

    static Customer customer(Order... orders) {
        return new Customer(
                7,
                "opsticket",
                "C-1",
                "Acme",
                "enterprise",
                List.of(contact(70, "Olga", "olga@acme.example.com", ContactRole.OWNER)),
                List.of(orders),
                Terms.NONE,
                Set.of(),
                Instant.EPOCH,
                1);
    }

    static Order order(String id, String currency, LocalDate begins, LocalDate ends, OrderLine... lines) {
        return new Order(id, "Suite", begins, ends, BigDecimal.ZERO, currency, List.of(lines), List.of());
    }

    static OrderLine line(String id, Pricing pricing, Payment... payments) {
        return new OrderLine(id, "Line " + id, pricing, List.of(payments));
    }

    /** @param amounts net, discount, credited, refunded, tax rate; from the third on they may be left out */
    static Payment time(String invoice, LocalDate begins, LocalDate ends, String... amounts) {
        return payment(invoice, PAID_ON, begins, ends, null, null, amounts);
    }

    static Payment units(String invoice, LocalDate begins, LocalDate ends, long bought, long used, String... amounts) {
        return payment(invoice, PAID_ON, begins, ends, bought, used, amounts);
    }

    static Payment unpaid(String invoice, LocalDate begins, LocalDate ends, String... amounts) {
        return payment(invoice, null, begins, ends, null, null, amounts);
    }

    /** Paid the day after the election, as somebody stated before imports refused that. */
    static Payment later(String invoice, LocalDate begins, LocalDate ends, String... amounts) {
        return payment(invoice, PAID_ON.plusDays(1), begins, ends, null, null, amounts);
    }

    private static Payment payment(
            String invoice,
            LocalDate paidOn,
            LocalDate begins,
            LocalDate ends,
            Long bought,
            Long used,
            String... amounts) {
        return new Payment(
                invoice,
                paidOn,
                begins,
                ends,
                amount(amounts, 0),
                amount(amounts, 1),
                amount(amounts, 2),
                amount(amounts, 3),
                amount(amounts, 4),
                null,
                bought,
                used);
    }

    private static BigDecimal amount(String[] amounts, int place) {
        return place < amounts.length ? new BigDecimal(amounts[place]) : BigDecimal.ZERO;
    }

    static Worksheet worksheet(Settlement.Termination terms, Customer customer, Election... elections) {
        LocalDate electedOn = LocalDate.of(2026, 1, 1);
        return RefundRules.worksheet(
                customer,
                policy(terms),
                List.of(elections),
                List.of(),
                electedOn.atStartOfDay(ZONE).toInstant(),
                electedOn);
    }

    static Holidays noHolidays() {
        return Holidays.NONE;
    }
}
