package fairnotice.web.workspace;

import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import fairnotice.refusal.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an entry made of fields, as a person reads it: those of customers in words, those of other subjects as they are named. */
@Component
class HistoryChanges {

    /** @param erasedAt null while it can be read */
    record Shown(String text, Instant erasedAt) {

        /** @param words what is made of the text */
        static Shown of(Value value, UnaryOperator<String> words) {
            return value == null
                    ? null
                    : new Shown(value.isErased() ? null : words.apply(value.text()), value.erasedAt());
        }

        public boolean isErased() {
            return erasedAt != null;
        }
    }

    /** @param before null where nothing stood, like {@code after} */
    record Changed(String field, Shown before, Shown after) {}

    private final CustomerFieldWords fields;
    private final MessageSource messages;

    HistoryChanges(CustomerFieldWords fields, MessageSource messages) {
        this.fields = fields;
        this.messages = messages;
    }

    /** @param entries all about the subject, oldest first */
    List<Changed> of(Recorded entry, List<Recorded> entries, HistoryNames names) {
        boolean ofCustomer = entry.kind().startsWith("customers.");
        return entry.changes().stream()
                .map(change -> ofCustomer
                        ? inWords(change, entry, entries, names)
                        : changed(change.field(), change, UnaryOperator.identity(), UnaryOperator.identity()))
                .toList();
    }

    private Changed inWords(RecordedChange change, Recorded entry, List<Recorded> entries, HistoryNames names) {
        int at = entries.indexOf(entry);
        UnaryOperator<String> before = words(change, names, currencies(entries.subList(at, entries.size()), names));
        UnaryOperator<String> after = words(change, names, currencies(entries.subList(at + 1, entries.size()), names));
        String label = change.field().equals("customer")
                ? messages.getMessage("ledger.detail.customer", null, Language.reader())
                : fields.label(change.field(), names::contactIfKnown);
        return changed(label, change, before, after);
    }

    private UnaryOperator<String> words(
            RecordedChange change, HistoryNames names, Function<String, Optional<String>> currencies) {
        return text -> isWhole(change)
                ? fields.whole(text, names::contactIfKnown, currencies)
                : fields.value(change.field(), text, currencies);
    }

    /** Currencies of orders before these entries: what the first that changed one found, else what it is now. */
    private static Function<String, Optional<String>> currencies(List<Recorded> later, HistoryNames names) {
        return order -> later.stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> CustomerFieldWords.orderOfCurrency(change.field())
                        .filter(order::equals)
                        .isPresent())
                .findFirst()
                .map(change -> Optional.ofNullable(change.before()).map(Value::text))
                .orElseGet(() -> names.currency(order));
    }

    private static boolean isWhole(RecordedChange change) {
        return change.field().equals("customer") || change.field().equals("contract");
    }

    private static Changed changed(
            String label, RecordedChange change, UnaryOperator<String> before, UnaryOperator<String> after) {
        return new Changed(label, Shown.of(change.before(), before), Shown.of(change.after(), after));
    }
}
