package fairnotice.register;

import fairnotice.refusal.KeptPhrase;
import java.time.LocalDate;

/**
 * One line of a register's change history.
 *
 * @param on the day, in the register's zone
 * @param text in English; in the words of the publisher where it came with the register file
 * @param reference the change it came from; null for lines that came with the register file
 */
public record HistoryEntry(LocalDate on, HistoryTag tag, String text, String reference) {

    /** What it says in the language that is spoken. The reason in it, and what the publisher wrote, stay as they were written. */
    public String inWords() {
        return switch (tag) {
            case BASELINE -> text;
            case ADDED -> KeptPhrase.inWords(text, "said.line.added");
            case REPLACED -> KeptPhrase.inWords(text, "said.line.replaced");
            case CHANGED -> KeptPhrase.inWords(text, "said.line.changed");
            case CORRECTED -> KeptPhrase.inWords(text, "said.line.corrected");
            case REMOVED -> KeptPhrase.inWords(text, "said.line.removed");
        };
    }
}
