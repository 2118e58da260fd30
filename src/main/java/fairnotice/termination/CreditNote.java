package fairnotice.termination;

import java.math.BigDecimal;

/**
 * What is given back of one invoice at one tax rate.
 *
 * @param means how the invoice was paid, and is paid back; null where that is not known
 * @param paid what was paid net of discount, credits and earlier refunds for what ends
 * @param net the refund before tax, never above {@code paid}
 * @param taxRate per cent
 * @param tax on {@code net}
 */
public record CreditNote(
        String invoice,
        String currency,
        BigDecimal taxRate,
        String means,
        BigDecimal paid,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross) {

    static CreditNote of(
            String invoice, String currency, BigDecimal taxRate, String means, BigDecimal paid, BigDecimal net) {
        BigDecimal tax = Amounts.percent(Amounts.of(net, currency), taxRate);
        return new CreditNote(invoice, currency, taxRate, means, paid, net, tax, net.add(tax));
    }

    CreditNote refunding(BigDecimal other) {
        return of(invoice, currency, taxRate, means, paid, other);
    }
}
