package fairnotice.termination;

import fairnotice.termination.Worksheet.Line;
import fairnotice.termination.Worksheet.Total;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Refunds by invoice, as a credit note shows them: each at its own tax rate. */
final class CreditNotes {

    private CreditNotes() {}

    private record Key(String invoice, String currency, BigDecimal taxRate) {}

    /** One for each invoice and tax rate; tax is taken once of their sum, not line by line. */
    static List<CreditNote> of(List<Line> lines) {
        Map<Key, List<Line>> byInvoice = lines.stream()
                .collect(Collectors.groupingBy(CreditNotes::key, LinkedHashMap::new, Collectors.toList()));
        List<CreditNote> notes = new ArrayList<>();
        byInvoice.forEach((key, of) -> notes.add(CreditNote.of(
                key.invoice(),
                key.currency(),
                key.taxRate(),
                of.get(0).payment().means(),
                sum(key.currency(), of, Line::paid),
                sum(key.currency(), of, Line::refund))));
        return notes;
    }

    private static Key key(Line line) {
        return new Key(
                line.payment().invoice(),
                line.part().currency(),
                shortest(line.payment().taxRate()));
    }

    /** 19.0 and 19 are one rate. */
    private static BigDecimal shortest(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** By currency, in the order in which the currencies first appear. */
    static List<Total> totals(List<Line> lines, List<CreditNote> notes) {
        List<String> currencies =
                lines.stream().map(line -> line.part().currency()).distinct().toList();
        return currencies.stream()
                .map(currency -> {
                    List<Line> own = lines.stream()
                            .filter(line -> line.part().currency().equals(currency))
                            .toList();
                    List<CreditNote> credits = in(currency, notes);
                    return new Total(
                            currency,
                            sum(currency, own, Line::paid),
                            sum(currency, own, Line::used),
                            sum(currency, credits, CreditNote::net),
                            sum(currency, credits, CreditNote::tax),
                            sum(currency, credits, CreditNote::gross));
                })
                .toList();
    }

    /** The same invoices with other net refunds in the currencies that were altered. */
    static List<CreditNote> altered(List<CreditNote> notes, Map<String, BigDecimal> net) {
        List<CreditNote> altered = new ArrayList<>();
        for (String currency :
                notes.stream().map(CreditNote::currency).distinct().toList()) {
            List<CreditNote> own = in(currency, notes);
            altered.addAll(net.containsKey(currency) ? spread(own, net.get(currency), currency) : own);
        }
        return altered;
    }

    /**
     * Less than was worked out is taken off in proportion to it; more is laid on in proportion to what each invoice could still give. Each
     * gets the difference of two rounded sums, so that all add up to the amount and none gets more than was paid for it.
     */
    private static List<CreditNote> spread(List<CreditNote> notes, BigDecimal net, String currency) {
        BigDecimal before = sum(currency, notes, CreditNote::net);
        boolean more = net.compareTo(before) > 0;
        BigDecimal spread = more ? net.subtract(before) : net;
        Function<CreditNote, BigDecimal> weight = more ? note -> note.paid().subtract(note.net()) : CreditNote::net;
        BigDecimal all = sum(currency, notes, weight);
        List<CreditNote> altered = new ArrayList<>();
        BigDecimal weighed = BigDecimal.ZERO;
        BigDecimal given = Amounts.none(currency);
        for (CreditNote note : notes) {
            weighed = weighed.add(weight.apply(note));
            BigDecimal until = share(spread, weighed, all, currency);
            BigDecimal own = until.subtract(given);
            given = until;
            altered.add(note.refunding(more ? note.net().add(own) : own));
        }
        return altered;
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal of, String currency) {
        if (of.signum() == 0) {
            return Amounts.none(currency);
        }
        return Amounts.share(Amounts.of(amount, currency), part, of);
    }

    private static List<CreditNote> in(String currency, Collection<CreditNote> notes) {
        return notes.stream().filter(note -> note.currency().equals(currency)).toList();
    }

    private static <T> BigDecimal sum(String currency, List<T> of, Function<T, BigDecimal> amount) {
        return Amounts.sum(currency, of.stream().map(amount).toList());
    }
}
