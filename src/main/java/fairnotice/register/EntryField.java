package fairnotice.register;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of an entry that a reader of the list may see, in the order in which they are shown. */
public enum EntryField {
    NAME(Subprocessor::name),
    LEGAL_ENTITY(Subprocessor::legalEntity),
    ADDRESS(Subprocessor::address),
    CONTACT(Subprocessor::contact),
    PURPOSE(Subprocessor::purpose),
    LOCATION(Subprocessor::location),
    TAG(Subprocessor::tag),
    DATA_CATEGORIES(Subprocessor::dataCategories),
    TRANSFER(Subprocessor::transfer),
    SAFEGUARDS(Subprocessor::safeguards),
    POSTURE(Subprocessor::posture),
    CATEGORY(Subprocessor::category),
    EXCLUSION(Subprocessor::exclusion);

    private static final Pattern WORD_BREAK = Pattern.compile("_(.)");

    private final Function<Subprocessor, String> value;

    EntryField(Function<Subprocessor, String> value) {
        this.value = value;
    }

    /** As forms and files call it: {@code legalEntity}. */
    public String key() {
        return WORD_BREAK
                .matcher(name().toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** What the entry states; null where it states nothing. */
    public String of(Subprocessor entry) {
        return value.apply(entry);
    }
}
