package fairnotice.calendar.jollyday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The holiday calendars that Jollyday ships, one calendar and year computed once. Observances are working days. */
@Component
class JollydayHolidays implements HolidayCalendars {

    private final Map<String, Holidays> calendars = new ConcurrentHashMap<>();

    @Override
    public Holidays getById(String id) {
        return id == null ? Holidays.NONE : calendars.computeIfAbsent(id, JollydayHolidays::open);
    }

    private static Holidays open(String id) {
        String[] parts = id.strip().toLowerCase(Locale.ROOT).split("-", -1);
        if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0].toUpperCase(Locale.ROOT))) {
            throw unknown(id);
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        String[] regions = Arrays.copyOfRange(parts, 1, parts.length);
        CalendarHierarchy place = manager.getCalendarHierarchy();
        for (String region : regions) {
            place = place.getChildren().get(region);
            if (place == null) {
                throw unknown(id);
            }
        }
        Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();
        return day -> years.computeIfAbsent(day.getYear(), year -> holidays(manager, year, regions))
                .contains(day);
    }

    /** Of the years beside it too: New Year's Day that falls on a Saturday may be observed on 31 December. */
    private static Set<LocalDate> holidays(HolidayManager manager, int year, String... regions) {
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(each -> manager.getHolidays(Year.of(each), regions))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("There is no holiday calendar \"" + id
                + "\"; name a country like \"GB\" or a region like \"GB-ENG\", or leave it out for none");
    }
}
