package fairnotice.web.workspace.history;

import fairnotice.change.Proposal;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import fairnotice.refusal.Language;
import fairnotice.refusal.WrittenAmount;
import fairnotice.refusal.WrittenDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an entry made of fields, as a person reads it; those of a register are named as in its file. */
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

    private static final Pattern REFUND = Pattern.compile("refunds/([A-Z]{3})/(net|gross)");
    private static final String ENTRY = "entry/";

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
                .map(change -> ofCustomer ? inWords(change, entry, entries, names) : inWords(change))
                .toList();
    }

    /** A field of a proposal, of an entry or of an account of staff, or what became of a refund. */
    private Changed inWords(RecordedChange change) {
        Matcher refund = REFUND.matcher(change.field());
        if (refund.matches()) {
            String label = words("workspace.history.refund." + refund.group(2), change.field(), refund.group(1));
            return changed(label, change, HistoryChanges::amount, HistoryChanges::amount);
        }
        String name = change.field().startsWith(ENTRY) ? change.field().substring(ENTRY.length()) : change.field();
        String label = words(
                "workspace.history.field." + name,
                words("site.field." + name, words("ledger.detail." + name, change.field())));
        UnaryOperator<String> said = text -> value(name, text);
        return changed(label, change, said, said);
    }

    private String value(String field, String text) {
        return switch (field) {
            case "kind" -> words("workspace.history.kind." + text, text);
            case "goLiveAt" -> WrittenDay.day(text).map(WrittenDay::inWords).orElse(text);
            case "reason" -> Proposal.keptReason(text);
            case "personalData", "material", "securityCritical", "EXCLUDABLE" ->
                words("workspace.history." + text, text);
            default -> text;
        };
    }

    private static String amount(String text) {
        return WrittenAmount.number(new BigDecimal(text));
    }

    private String words(String key, String otherwise, Object... values) {
        return messages.getMessage(key, values, otherwise, Language.reader());
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
