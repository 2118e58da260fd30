package fairnotice.termination;

import fairnotice.customer.InvoiceNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier terminations of a customer gave back, by invoice, of whatever order (invariant 5). All of them together give back no
 * more of an invoice than was billed of it, less discounts, credits and refunds, when the first of them was worked out.
 */
final class EarlierRefunds {

    private final List<Termination> earlier;
    private final Map<String, Optional<BigDecimal>> left = new HashMap<>();

    EarlierRefunds(List<Termination> earlier) {
        this.earlier = earlier.stream()
                .sorted(Comparator.comparing(Termination::electedAt).thenComparing(Termination::reference))
                .toList();
    }

    /** By which an invoice is found again. */
    static String key(String invoice) {
        return InvoiceNumber.key(invoice);
    }

    /**
     * By which what was paid for a product is found again, where an order has no lines and so no invoice: another number makes the same
     * money no other order.
     */
    static String ofProduct(long customer, String product) {
        return key("product/" + customer + "/" + product);
    }

    /**
     * What can still be given back of an order without lines; all of one that begins after what was ended of the product, which was bought
     * since.
     */
    BigDecimal takeWhole(long customer, String product, LocalDate begins, String currency, BigDecimal stated) {
        boolean again = earlier.stream()
                .filter(each -> each.worksheet().customer() == customer)
                .flatMap(each -> each.worksheet().lines().stream())
                .filter(line -> key(line.part().product()).equals(key(product)))
                .anyMatch(line -> !begins.isAfter(line.part().lastDay()));
        return again ? take(ofProduct(customer, product), currency, stated) : stated;
    }

    /** What can still be given back of a part of an invoice; what was taken is not given to another part. */
    BigDecimal take(String invoice, String currency, BigDecimal stated) {
        String key = key(invoice);
        Optional<BigDecimal> most = left.computeIfAbsent(key, first -> leftOf(key, currency));
        if (most.isEmpty()) {
            return stated;
        }
        BigDecimal taken = stated.min(most.get());
        left.put(key, Optional.of(most.get().subtract(taken)));
        return taken;
    }

    /** Empty where no earlier termination knows the invoice; nothing where one knows it in another currency. */
    private Optional<BigDecimal> leftOf(String key, String currency) {
        List<Termination> of = earlier.stream()
                .filter(each -> each.worksheet().invoices().stream().anyMatch(invoice -> invoice.isOf(key)))
                .toList();
        if (of.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal billed = sum(of.get(0).worksheet().invoices().stream()
                .filter(invoice -> invoice.isOf(key) && invoice.currency().equals(currency))
                .map(Worksheet.Invoice::billed)
                .toList());
        return Optional.of(billed.subtract(refunded(of, key, currency)).max(Amounts.none(currency)));
    }

    /** What they give back of the invoice before tax, as it was worked out or altered. */
    static BigDecimal refunded(List<Termination> of, String key, String currency) {
        return sum(of.stream()
                .flatMap(each -> each.creditNotes().stream()
                        .filter(note -> isOf(key, note, each.worksheet())
                                && note.currency().equals(currency)))
                .map(CreditNote::net)
                .toList());
    }

    private static boolean isOf(String key, CreditNote note, Worksheet worksheet) {
        return key(note.invoice()).equals(key)
                || worksheet.lines().stream()
                        .filter(line -> ofProduct(
                                        worksheet.customer(), line.part().product())
                                .equals(key))
                        .anyMatch(line -> line.payment().invoice().equals(note.invoice()));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
