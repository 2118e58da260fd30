package fairnotice.termination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a refund goes back to where one invoice was paid from.
 *
 * @param means null where it is not known
 * @param gross tax included, more than nothing
 */
public record PaidBack(String invoice, String currency, String means, BigDecimal gross) {

    private record Key(String invoice, String currency) {}

    /** An invoice with several tax rates once. */
    static List<PaidBack> of(List<CreditNote> notes) {
        Map<Key, PaidBack> byInvoice = new LinkedHashMap<>();
        notes.stream()
                .filter(note -> note.gross().signum() > 0)
                .forEach(note -> byInvoice.merge(
                        new Key(note.invoice(), note.currency()),
                        new PaidBack(note.invoice(), note.currency(), note.means(), note.gross()),
                        PaidBack::and));
        return new ArrayList<>(byInvoice.values());
    }

    private PaidBack and(PaidBack other) {
        return new PaidBack(invoice, currency, means == null ? other.means : means, gross.add(other.gross));
    }
}
