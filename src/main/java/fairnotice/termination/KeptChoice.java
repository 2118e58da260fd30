package fairnotice.termination;

import fairnotice.objection.ThreadMessage;
import fairnotice.refusal.KeptPattern;
import fairnotice.refusal.Language;
import fairnotice.refusal.WrittenDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which orders a customer terminated, which the thread of its case keeps in English words, in those of its reader. */
public final class KeptChoice {

    private static final String ITEM = "- ";

    private KeptChoice() {}

    /** What a message says, in the language that is spoken where it names what was terminated; any other as it was written. */
    public static String inWords(ThreadMessage message) {
        return message.kind() != ThreadMessage.Kind.ELECTED || Language.spoken() == Language.EN
                ? message.text()
                : message.text().lines().map(KeptChoice::line).collect(Collectors.joining("\n"));
    }

    private static String line(String kept) {
        return kept.startsWith(ITEM)
                ? end(kept.substring(ITEM.length())).map(ITEM::concat).orElse(kept)
                : kept;
    }

    private static Optional<String> end(String kept) {
        String pattern = RefundMessages.english("ends");
        return KeptPattern.filledIn(pattern, kept)
                .map(KeptChoice::ends)
                .or(() -> KeptPattern.filledIn(pattern + ". {5}", kept)
                        .map(found -> ends(found) + ". " + units(found.get(5))));
    }

    private static String ends(List<String> found) {
        return RefundMessages.of(
                "ends",
                found.get(0),
                spoken("statement.order", found.get(1)),
                spoken("statement.whole", found.get(2)),
                WrittenDay.kept(found.get(3)).map(RefundMessages::day).orElse(found.get(3)),
                found.get(4));
    }

    /** One sentence or more. */
    private static String units(String kept) {
        String pattern = RefundMessages.english("units.ahead");
        return KeptPattern.filledIn(pattern + ". {5}", kept)
                .map(found -> unit(found) + ". " + units(found.get(5)))
                .or(() -> KeptPattern.filledIn(pattern, kept).map(KeptChoice::unit))
                .orElse(kept);
    }

    private static String unit(List<String> found) {
        return RefundMessages.of(
                "units.ahead",
                found.get(0),
                found.get(1),
                number(found.get(2)),
                number(found.get(3)),
                number(found.get(4)),
                null,
                null,
                counted(found.get(2)));
    }

    private static String number(String kept) {
        return isNumber(kept) ? RefundMessages.number(counted(kept)) : kept;
    }

    /** What is no number is many. */
    private static long counted(String kept) {
        return isNumber(kept) ? Long.parseLong(kept.replace(",", "")) : Long.MAX_VALUE;
    }

    private static boolean isNumber(String kept) {
        return kept.replace(",", "").matches("\\d{1,18}");
    }

    /** Words that stand where there is no name to fill in. */
    private static String spoken(String key, String kept) {
        return kept.equals(RefundMessages.english(key)) ? RefundMessages.of(key) : kept;
    }
}
