package fairnotice.termination;

import fairnotice.customer.InvoiceHolders;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where else in a register the invoices of a termination were ended, and what of them is given back there. */
@Service
public class ReadingOtherRefunds {

    private final Terminations terminations;
    private final InvoiceHolders holders;

    ReadingOtherRefunds(Terminations terminations, InvoiceHolders holders) {
        this.terminations = terminations;
        this.holders = holders;
    }

    /** Which other customers of the register have which of its invoices, ended there or not; by invoice, as this termination states it. */
    @Transactional(readOnly = true)
    public Map<String, Set<Long>> holders(Termination termination) {
        Map<String, Set<Long>> others =
                holders.of(termination.register(), termination.worksheet().invoiceKeys()).stream()
                        .filter(holder -> holder.customer() != termination.customer())
                        .collect(Collectors.groupingBy(
                                InvoiceHolders.Holder::invoice,
                                Collectors.mapping(
                                        InvoiceHolders.Holder::customer, Collectors.toCollection(TreeSet::new))));
        Map<String, Set<Long>> stated = new LinkedHashMap<>();
        termination
                .worksheet()
                .invoices()
                .forEach(invoice -> Optional.ofNullable(others.get(EarlierRefunds.key(invoice.number())))
                        .ifPresent(of -> stated.put(invoice.number(), of)));
        return stated;
    }

    /**
     * @param invoice as this termination states it
     * @param other termination, of whatever customer
     * @param orders that ended there with it
     * @param net what is given back of it there before tax, as worked out or altered, paid or not
     */
    public record Other(String invoice, Termination other, List<String> orders, String currency, BigDecimal net) {}

    @Transactional(readOnly = true)
    public List<Other> of(Termination termination) {
        List<Termination> others =
                terminations
                        .ofInvoices(
                                termination.register(), termination.worksheet().invoiceKeys())
                        .stream()
                        .filter(each -> !each.reference().equals(termination.reference()))
                        .toList();
        return termination.worksheet().invoices().stream()
                .map(Worksheet.Invoice::number)
                .distinct()
                .flatMap(invoice -> others.stream().flatMap(other -> others(invoice, other)))
                .toList();
    }

    /** One for each currency, which is one unless somebody states an invoice in two. */
    private static Stream<Other> others(String invoice, Termination other) {
        String key = EarlierRefunds.key(invoice);
        Map<String, List<Worksheet.Line>> lines = other.worksheet().lines().stream()
                .filter(line -> EarlierRefunds.key(line.payment().invoice()).equals(key))
                .collect(Collectors.groupingBy(line -> line.part().currency(), TreeMap::new, Collectors.toList()));
        return lines.entrySet().stream()
                .map(of -> new Other(
                        invoice,
                        other,
                        of.getValue().stream()
                                .map(line -> line.part().order())
                                .distinct()
                                .toList(),
                        of.getKey(),
                        EarlierRefunds.refunded(List.of(other), key, of.getKey())));
    }
}
