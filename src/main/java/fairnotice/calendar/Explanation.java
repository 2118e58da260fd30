package fairnotice.calendar;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How a deadline was counted, in one sentence a lawyer can check with a calendar: rule, clause, start, zone, result. Its words stand in
 * {@code messages/rules.properties}.
 *
 * @param counted the last day of the period itself, before it was moved to a business day
 */
record Explanation(
        CountingRule rule, Instant start, String event, LocalDate counted, Deadline deadline, Holidays holidays) {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.rules", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    String sentence() {
        return rule.setBy() == null
                ? words("sentence", source(), period(), event, from(), count(), result(), end())
                : words("sentence.set", rule.setBy(), period(), event, from(), count(), result(), end());
    }

    private String source() {
        return rule.clause() == null || rule.clause().isBlank()
                ? words("source.none." + rule.of())
                : words("source." + rule.of(), rule.clause());
    }

    private String period() {
        return words("period." + rule.period().unit(), rule.period());
    }

    private String from() {
        ZonedDateTime local = start.atZone(rule.zone());
        return words("moment.on", DAY.format(local), TIME.format(local), zone());
    }

    private String count() {
        return words(rule.period().amount() == 0 ? "count.none" : "count");
    }

    private String result() {
        if (!counted.equals(deadline.lastDay())) {
            return words("result.moved", DAY.format(counted), DAY.format(deadline.lastDay()));
        }
        boolean stays = !holidays.isBusinessDay(counted);
        return words(stays ? "result.stays" : "result", DAY.format(counted));
    }

    private String end() {
        ZonedDateTime over = deadline.endsAt().atZone(rule.zone());
        return words("moment.at", DAY.format(over), TIME.format(over), zone());
    }

    private String zone() {
        ZoneId zone = rule.zone();
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    private static String words(String key, Object... values) {
        return new MessageFormat(WORDS.getString("deadline." + key), Locale.ENGLISH).format(values);
    }
}
