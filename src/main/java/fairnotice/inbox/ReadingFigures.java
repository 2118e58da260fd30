package fairnotice.inbox;

import fairnotice.mail.MailboxStanding;
import fairnotice.timekeeping.MachineClock;
import fairnotice.timekeeping.NodeClock;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Reading how the house stands; some dozen queries, each bounded. */
@Service
public class ReadingFigures {

    private final CountedFigures counted;
    private final ReadingIncidents incidents;
    private final ReadingInbox inbox;
    private final OverdueJobs jobs;
    private final NodeClock clock;
    private final MailboxStanding mailbox;
    private final MachineClock machine;

    ReadingFigures(
            CountedFigures counted,
            ReadingIncidents incidents,
            ReadingInbox inbox,
            OverdueJobs jobs,
            NodeClock clock,
            MailboxStanding mailbox,
            MachineClock machine) {
        this.counted = counted;
        this.incidents = incidents;
        this.inbox = inbox;
        this.jobs = jobs;
        this.clock = clock;
        this.mailbox = mailbox;
        this.machine = machine;
    }

    public Figures read() {
        return new Figures(
                counted.count(),
                incidents.counts(),
                new Figures.Tally(inbox.countOpen(), inbox.countOverdue()),
                jobs.late().count(),
                clock.standing().ahead(),
                mailbox.lastRead()
                        .map(at -> Duration.between(at, machine.instant()))
                        .orElse(null));
    }
}
