package fairnotice.notice;

import fairnotice.change.ChangeProcess;
import fairnotice.mail.FinishedBatch;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hearing what became of messages, and starting, voiding or moving the clocks of the notices they belong to. */
@Service
public class StartingClocks {

    private static final int LATE = 500;

    private final Mailings mailings;
    private final RecountingClocks recounting;
    private final ChangeProcess process;

    StartingClocks(Mailings mailings, RecountingClocks recounting, ChangeProcess process) {
        this.mailings = mailings;
        this.recounting = recounting;
        this.process = process;
    }

    /** Takes one finished batch to heart. @return whether there was one */
    @Transactional
    public boolean takeBatch() {
        List<FinishedBatch> finished = mailings.finishedBatches(1);
        for (FinishedBatch batch : finished) {
            if (isAnnouncement(batch.mailingKey())) {
                take(mailings.outcomes(batch.id()));
            }
            mailings.reported(batch.id());
        }
        return !finished.isEmpty();
    }

    /** Takes outcomes that came after their batch: a deferred message handed over, a bounce. @return whether there were any */
    @Transactional
    public boolean takeLate() {
        List<Outcome> late = mailings.lateOutcomes(LATE);
        take(late.stream()
                .filter(outcome -> isAnnouncement(outcome.mailingKey()))
                .toList());
        return !late.isEmpty();
    }

    private void take(Collection<Outcome> outcomes) {
        Set<String> moved =
                recounting.recount(outcomes.stream().map(ContactOutcome::of).toList());
        moved.forEach(process::datesMoved);
    }

    private static boolean isAnnouncement(String mailingKey) {
        String last = mailingKey.substring(mailingKey.lastIndexOf('/') + 1);
        return last.startsWith(Occasion.ANNOUNCEMENT.word() + "-") && !last.endsWith("-news");
    }

    /** References found, for callers that only need to name them. */
    static Set<String> references(Collection<Notice> notices) {
        return notices.stream().map(Notice::reference).collect(Collectors.toSet());
    }
}
