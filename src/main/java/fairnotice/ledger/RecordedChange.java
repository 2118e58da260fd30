package fairnotice.ledger;

import java.util.stream.Stream;

/**
 * What an entry made of a field, as the ledger holds it.
 *
 * @param before null where nothing stood, like {@code after}
 */
public record RecordedChange(String field, Value before, Value after) {

    public static RecordedChange of(Entry.ChangedField change) {
        return new RecordedChange(change.field(), Value.of(change.before()), Value.of(change.after()));
    }

    Stream<Value> values() {
        return Stream.of(before, after).filter(value -> value != null);
    }
}
