package fairnotice.calendar;

import java.time.Instant;
import java.util.List;

/**
 * Dates of one matter that people may take into their own calendar.
 *
 * @param uid names the matter worldwide: {@code OBJ-2026-0003@notices.example.com}; sent again under the same, the dates replace the older
 * @param summary the matter in a few words, shown after what each day is
 * @param description what to know about it; may have lines
 * @param url absolute address of where to act; null for none
 * @param days at least one
 * @param writtenAt since when it says so, in legal time; of two entries with one uid the later counts
 */
public record CalendarEntry(
        String uid, String summary, String description, String url, List<Day> days, Instant writtenAt) {

    /** @throws IllegalArgumentException when there is no day, or two have one key */
    public CalendarEntry {
        days = List.copyOf(days);
        if (days.isEmpty()
                || days.stream()
                                .map(day -> day.key() + "." + day.matter())
                                .distinct()
                                .count()
                        < days.size()) {
            throw new IllegalArgumentException("A calendar entry needs days of different keys, not " + days);
        }
    }

    /** What names one of its days worldwide: {@code answer.OBJ-2026-0003@notices.example.com}. */
    public String uid(Day day) {
        return day.key() + "." + (day.matter() == null ? uid : day.matter() + uid.substring(uid.lastIndexOf('@')));
    }

    /**
     * One day of the matter.
     *
     * @param key tells it from the matter's other days, whatever its date: {@code answer}
     * @param what ends on it: {@code Last day to answer}
     * @param deadline whose last day it is; its zone and explanation are told too
     * @param note what else to know about this day; null for nothing
     * @param silent whether nobody is reminded of it
     * @param cancelled whether it no longer matters: the event of it that somebody took before is taken back
     * @param matter names what it belongs to where that outlives the entry's own matter: {@code OBJ-2026-0003}; null for that
     */
    public record Day(
            String key, String what, Deadline deadline, String note, boolean silent, boolean cancelled, String matter) {

        public Day(String key, String what, Deadline deadline) {
            this(key, what, deadline, null, false, false, null);
        }

        /** The same of another matter, under whose name it is known wherever it is written. */
        public Day of(String matter) {
            return new Day(key, what, deadline, note, silent, cancelled, matter);
        }

        /** The same with another last day. */
        public Day on(Deadline other) {
            return new Day(key, what, other, note, silent, cancelled, matter);
        }

        /** The same, of which nobody needs to be reminded. @param why for its reader */
        public Day silent(String why) {
            return new Day(key, what, deadline, why, true, cancelled, matter);
        }

        /** The same with more to know about it. */
        public Day noted(String what) {
            return new Day(key, this.what, deadline, what, silent, cancelled, matter);
        }

        /** The same, taken back where that is so. */
        public Day cancelledIf(boolean noLongerMatters) {
            return new Day(key, what, deadline, note, silent, cancelled || noLongerMatters, matter);
        }
    }
}
