package fairnotice.calendar;

import fairnotice.refusal.InWords;
import fairnotice.refusal.Language;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of time as a contract states it: "30 days", "5 business days". Never negative. */
public record Period(int amount, Unit unit) implements InWords {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4}) (business day|day|week|month)s?");

    public Period {
        if (amount < 0) {
            throw new IllegalArgumentException("A period cannot be negative: " + amount + " " + unit);
        }
    }

    public static Period days(int amount) {
        return new Period(amount, Unit.DAYS);
    }

    /** Reads "30 days", "5 business days", "1 week", "2 months"; refuses anything else with a sentence. */
    public static Period parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + written + "\" is not a period; write it like \"30 days\","
                    + " \"5 business days\", \"2 weeks\" or \"1 month\"");
        }
        Unit unit = Unit.valueOf(matcher.group(2).replace(' ', '_').toUpperCase(Locale.ROOT) + "S");
        return new Period(Integer.parseInt(matcher.group(1)), unit);
    }

    /**
     * The last day of the period. The day it is counted from does not count (Regulation (EEC, Euratom) 1182/71, art. 3(1)); weeks
     * and months end on the day of the same name or number, or on the last day of a shorter month (art. 3(2)(c)).
     *
     * @param day the day of the event
     */
    public LocalDate countedFrom(LocalDate day, Holidays holidays) {
        return switch (unit) {
            case DAYS -> day.plusDays(amount);
            case BUSINESS_DAYS -> businessDaysAfter(day, holidays);
            case WEEKS -> day.plusWeeks(amount);
            case MONTHS -> day.plusMonths(amount);
        };
    }

    /** The day that lies so long before another, which does not count itself: for reminders, which are counted back from a last day. */
    public LocalDate countedBackFrom(LocalDate day, Holidays holidays) {
        return switch (unit) {
            case DAYS -> day.minusDays(amount);
            case BUSINESS_DAYS -> businessDaysBefore(day, holidays);
            case WEEKS -> day.minusWeeks(amount);
            case MONTHS -> day.minusMonths(amount);
        };
    }

    /** Whether it ends later than so many years, counted from the first day of a year after a leap year. */
    public boolean isLongerThanYears(int years) {
        LocalDate day = LocalDate.of(2001, 1, 1);
        return countedFrom(day, Holidays.NONE).isAfter(day.plusYears(years));
    }

    /** Whether it would end earlier than the other, begun on that day or any other of the year after it. */
    public boolean mayBeShorterThan(Period other, LocalDate day, Holidays holidays) {
        return unit == other.unit
                ? amount < other.amount
                : day.datesUntil(day.plusYears(1))
                        .anyMatch(begun -> countedFrom(begun, holidays).isBefore(other.countedFrom(begun, holidays)));
    }

    private LocalDate businessDaysBefore(LocalDate day, Holidays holidays) {
        LocalDate first = day;
        for (int counted = 0; counted < amount; counted++) {
            do {
                first = first.minusDays(1);
            } while (!holidays.isBusinessDay(first));
        }
        return first;
    }

    private LocalDate businessDaysAfter(LocalDate day, Holidays holidays) {
        LocalDate last = day;
        for (int counted = 0; counted < amount; counted++) {
            last = holidays.businessDayFrom(last.plusDays(1));
        }
        return last;
    }

    /** "15 days", "10 Arbeitstage" */
    @Override
    public String inWords() {
        return said(new RuleWords(Language.reader()));
    }

    String said(RuleWords words) {
        return words.said("long." + unit, amount);
    }

    /** The period as it is stored, and as {@link #parse} reads it. */
    @Override
    public String toString() {
        String word = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return amount + " " + (amount == 1 ? word.substring(0, word.length() - 1) : word);
    }
}
