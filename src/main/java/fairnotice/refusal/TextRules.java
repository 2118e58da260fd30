package fairnotice.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What any text that people hand in must keep to, collected field by field so that all problems are told at once. */
public final class TextRules {

    /** Characters a line may have. */
    public static final int LINE = 200;
    /** Characters a paragraph may have. */
    public static final int PARAGRAPH = 4_000;

    private static final Pattern MARKUP = Pattern.compile("<\\s*[/!?a-zA-Z]");

    private final List<FieldProblem> problems = new ArrayList<>();
    private boolean overlong;

    /** A single line that must be there. @param name key of what it is called: "the vendor's name" */
    public TextRules line(String field, String name, String value) {
        return required(field, name, value) ? optionalLine(field, name, value) : this;
    }

    public TextRules optionalLine(String field, String name, String value) {
        return check(field, name, value, LINE, false);
    }

    /** A text of several lines that must be there. */
    public TextRules paragraph(String field, String name, String value) {
        return required(field, name, value) ? optionalParagraph(field, name, value) : this;
    }

    public TextRules optionalParagraph(String field, String name, String value) {
        return check(field, name, value, PARAGRAPH, true);
    }

    /** @param key of the sentence, with what is filled in; see {@link Phrase} */
    public TextRules refuseIf(boolean wrong, String field, String key, Object... arguments) {
        return refuseIf(wrong, field, Phrase.of(key, arguments));
    }

    public TextRules refuseIf(boolean wrong, String field, Phrase phrase) {
        if (wrong) {
            problems.add(new FieldProblem(field, phrase));
        }
        return this;
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** @throws Refused naming every problem found, when there is one */
    public void orRefuse() {
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }

    /** Whether a text is longer than fits: nothing is read out of it then. */
    public boolean isOverlong() {
        return overlong;
    }

    private boolean required(String field, String name, String value) {
        boolean missing = value == null || value.isBlank();
        refuseIf(missing, field, key(name, "missing"), Phrase.of(name));
        return !missing;
    }

    /** What is called by a clause, "why you do not agree", is no name of a field in every language. */
    private static String key(String name, String wrong) {
        return "refused.text." + wrong + (name.contains(".why-") ? ".clause" : "");
    }

    private TextRules check(String field, String name, String value, int longest, boolean lines) {
        if (value == null) {
            return this;
        }
        if (value.length() > longest) {
            overlong = true;
            return refuseIf(
                    true,
                    field,
                    key(name, "too-long"),
                    Phrase.of(name),
                    new WrittenNumber(value.length()),
                    new WrittenNumber(longest));
        }
        refuseIf(hasControl(value, lines), field, key(name, "control"), Phrase.of(name));
        return refuseIf(MARKUP.matcher(value).find(), field, key(name, "markup"), Phrase.of(name));
    }

    private static boolean hasControl(String value, boolean lines) {
        return value.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'))
                        || Character.getType(c) == Character.FORMAT && c != 0x200D && c != 0x200C
                        || Character.getType(c) == Character.SURROGATE
                        || (c & 0xFFFE) == 0xFFFE
                        || c >= 0xFDD0 && c <= 0xFDEF
                        || c == 0x2028
                        || c == 0x2029);
    }
}
