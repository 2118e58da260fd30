package fairnotice.calendar;

/** The holiday calendars a policy can name. */
public interface HolidayCalendars {

    /**
     * @param id an ISO 3166 country code such as "GB", optionally with a region such as "GB-ENG" (what all regions share,
     *     without one); null means no holidays
     * @throws IllegalArgumentException with a sentence naming the id, when there is no such calendar
     */
    Holidays getById(String id);
}
