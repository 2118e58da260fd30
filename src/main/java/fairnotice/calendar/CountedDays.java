package fairnotice.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deadline that was counted.
 *
 * @param event key of what happened at the start: {@code SENT}
 * @param counted the last day of the period itself, before it was moved to a business day
 * @param last the last day
 * @param businessDay whether {@code counted} is one
 */
record CountedDays(
        CountingRule rule, Instant start, String event, LocalDate counted, LocalDate last, boolean businessDay)
        implements Explanation {

    /** Stands between its parts where it is stored, and in none of them. */
    private static final String BETWEEN = "\t";

    static boolean isOne(String stored) {
        return stored.contains(BETWEEN);
    }

    static CountedDays read(String stored) {
        String[] part = stored.split(BETWEEN, -1);
        LocalDate counted = LocalDate.parse(part[7]);
        LocalDate last = LocalDate.parse(part[8]);
        CountingRule rule = new CountingRule(
                Period.parse(part[1]),
                ZoneId.of(part[4]),
                !counted.equals(last),
                part[2].isEmpty() ? null : part[2],
                part[3].isEmpty() ? null : part[3],
                CountingRule.Of.valueOf(part[0]));
        return new CountedDays(rule, Instant.parse(part[5]), part[6], counted, last, Boolean.parseBoolean(part[9]));
    }

    /** Kind, period, clause, who set it, zone, start, event, counted day, last day, whether the counted one is a business day. */
    @Override
    public String stored() {
        return Stream.of(
                        rule.of(),
                        rule.period(),
                        rule.clause(),
                        rule.setBy(),
                        rule.zone().getId(),
                        start,
                        event,
                        counted,
                        last,
                        businessDay)
                .map(part -> part == null ? "" : part.toString().replace(BETWEEN, " "))
                .collect(Collectors.joining(BETWEEN));
    }

    @Override
    public String line(Locale locale) {
        RuleWords words = new RuleWords(locale);
        String length =
                words.said("length." + rule.period().unit(), rule.period().amount());
        String after = words.said("after." + event, words.shortDay(local().toLocalDate()));
        String ends = ends(words);
        if (rule.setBy() != null) {
            return words.said("line.set", rule.setBy(), length, after, ends);
        }
        return isOfClause()
                ? words.said("line", length, rule.clause(), after, ends)
                : words.said("line.none", length, after, ends);
    }

    private String ends(RuleWords words) {
        if (!counted.equals(last)) {
            return words.said("end.moved", words.shortDay(last), words.shortDay(counted), zone());
        }
        return words.said(businessDay ? "end" : "end.stays", words.shortDay(last), zone());
    }

    @Override
    public String sentence(Locale locale) {
        RuleWords words = new RuleWords(locale);
        String period =
                words.said("period." + rule.period().unit(), rule.period().said(words));
        String from = words.said("moment.on", words.day(local().toLocalDate()), words.time(local()), zone());
        String count = words.said(rule.period().amount() == 0 ? "count.none" : "count");
        ZonedDateTime over = Deadline.on(last, rule.zone()).endsAt().atZone(rule.zone());
        String end = words.said("moment.at", words.day(over.toLocalDate()), words.time(over), zone());
        return rule.setBy() == null
                ? words.said("sentence", source(words), period, event(words), from, count, result(words), end)
                : words.said("sentence.set", rule.setBy(), period, event(words), from, count, result(words), end);
    }

    private String event(RuleWords words) {
        return words.said("event." + event);
    }

    private String source(RuleWords words) {
        return isOfClause() ? words.said("source." + rule.of(), rule.clause()) : words.said("source.none." + rule.of());
    }

    private boolean isOfClause() {
        return rule.clause() != null && !rule.clause().isBlank();
    }

    private String result(RuleWords words) {
        if (!counted.equals(last)) {
            return words.said("result.moved", words.day(counted), words.day(last));
        }
        return words.said(businessDay ? "result" : "result.stays", words.day(counted));
    }

    private ZonedDateTime local() {
        return start.atZone(rule.zone());
    }

    private String zone() {
        return rule.zone().getId().equals("Z") ? "UTC" : rule.zone().getId();
    }
}
