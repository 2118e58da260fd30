/** Periods, day counting, holidays and the {@link fairnotice.calendar.Deadline} that explains itself. */
@ApplicationModule(allowedDependencies = {})
package fairnotice.calendar;

import org.springframework.modulith.ApplicationModule;
