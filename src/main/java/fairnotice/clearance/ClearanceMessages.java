package fairnotice.clearance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentences of the rules with what they leave open filled in. */
final class ClearanceMessages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ClearanceMessages() {}

    /** @param lastDay null when the sentence speaks of no day */
    static String filled(String sentence, LocalDate lastDay, ZoneId zone) {
        return lastDay == null
                ? sentence
                : sentence.replace("{day}", DAY.format(lastDay)).replace("{zone}", zone.getId());
    }

    /** Which case or change a sentence is about. */
    static String naming(String reference) {
        return " (" + reference + ")";
    }
}
