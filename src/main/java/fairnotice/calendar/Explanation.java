package fairnotice.calendar;

import java.util.Locale;

/** How a deadline came about. It is put into words where it is shown, in its reader's language. */
public sealed interface Explanation permits CountedDays, Explanation.Worded {

    /** Of a last day that is known, and not counted from anything. */
    Explanation NONE = new Worded("");

    /** Length, clause, start and end in one line; empty where there is nothing to explain. */
    String line(Locale locale);

    /** The same in one sentence that a lawyer can check with a calendar: rule, clause, start, zone, result. */
    String sentence(Locale locale);

    /** As a table keeps it. */
    String stored();

    /** @param stored null for nothing */
    static Explanation of(String stored) {
        if (stored == null || stored.isEmpty()) {
            return NONE;
        }
        return CountedDays.isOne(stored) ? CountedDays.read(stored) : new Worded(stored);
    }

    /** In words already, as tables kept it before they kept how a deadline was counted. */
    record Worded(String words) implements Explanation {

        @Override
        public String line(Locale locale) {
            return words;
        }

        @Override
        public String sentence(Locale locale) {
            return words;
        }

        @Override
        public String stored() {
            return words;
        }
    }
}
