package fairnotice.mail;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what a delivery report says, at the legal time it was read. */
@Service
public class RecordingReports {

    private final ReportedMessages messages;
    private final Clock clock;

    public RecordingReports(ReportedMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** @return false when the report is about no message of ours */
    @Transactional
    public boolean record(Report report) {
        return messages.apply(report, clock.instant());
    }
}
