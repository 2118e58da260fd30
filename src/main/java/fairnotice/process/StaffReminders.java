package fairnotice.process;

import fairnotice.inbox.RemindingOfTasks;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Looks once in every hour of legal time whether staff are to be reminded; what was reminded of stands in the tables. */
@Component
class StaffReminders {

    private final RemindingOfTasks reminding;
    private final Clock clock;
    private Instant looked = Instant.MIN;

    StaffReminders(RemindingOfTasks reminding, Clock clock) {
        this.reminding = reminding;
        this.clock = clock;
    }

    /** @return whether anybody was reminded */
    boolean look() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(looked)) {
            return false;
        }
        boolean any = reminding.remind() > 0;
        looked = hour;
        return any;
    }
}
