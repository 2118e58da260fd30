package fairnotice.objection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether what a customer wrote against its refund waits for an answer, and until when. */
@Service
public class ReadingDispute {

    private final Disputes disputes;
    private final DisputeDates dates;
    private final Clock clock;

    ReadingDispute(Disputes disputes, DisputeDates dates, Clock clock) {
        this.disputes = disputes;
        this.dates = dates;
        this.clock = clock;
    }

    /** @param objection reference of the case; empty where nothing waits in it */
    @Transactional(readOnly = true)
    public Optional<WaitingDispute> of(String objection) {
        return disputes.unanswered(List.of(objection)).stream()
                .findFirst()
                .map(waiting -> WaitingDispute.of(waiting.since(), dates.due(waiting), clock.instant()));
    }

    /** The same as a fact of a letter. */
    List<EmailFact> inLetter(String objection) {
        return of(objection).stream()
                .map(waiting -> EmailFact.said(
                        waiting.overdue() ? "dispute-overdue" : "dispute-waits",
                        () -> ObjectionEmails.lastDay(waiting.until(), waiting.zone())))
                .toList();
    }
}
