/** Periods, day counting, holidays and the {@link fairnotice.calendar.Deadline} that explains itself. */
@ApplicationModule(allowedDependencies = {"refusal"})
package fairnotice.calendar;

import org.springframework.modulith.ApplicationModule;
