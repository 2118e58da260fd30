package fairnotice.notice;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A service by letter or in person on a day so far back that it counts only once a second person records the same day.
 *
 * @param about what was served, by a key of its own
 * @param by user name of who recorded it
 */
public record StatedService(String about, LocalDate on, String proof, String by, Instant at) {}
