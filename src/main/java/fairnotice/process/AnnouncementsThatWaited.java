package fairnotice.process;

import fairnotice.mailserver.MailReadiness;
import fairnotice.refusal.Phrase;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Has announcements tried again that failed because no mail could be sent, once it can; until then they are incidents. */
@Component
class AnnouncementsThatWaited {

    private static final int AT_ONCE = 50;

    private final ManagementService management;
    private final MailReadiness mail;
    private final Setbacks setbacks;

    AnnouncementsThatWaited(ManagementService management, MailReadiness mail, Workers workers) {
        this.management = management;
        this.mail = mail;
        this.setbacks = workers.setbacks("try the announcement again of");
    }

    /** @return whether any was found */
    boolean look() {
        List<Job> waiting = MailReadiness.REASONS.stream()
                .map(Phrase::english)
                .flatMap(reason ->
                        management
                                .createJobQuery()
                                .noRetriesLeft()
                                .exceptionMessage(reason)
                                .listPage(0, AT_ONCE)
                                .stream())
                .toList();
        return !waiting.isEmpty()
                && mail.missing().isEmpty()
                && setbacks.each(waiting, Job::getId, job -> {
                    management.setJobRetries(job.getId(), 1);
                    return true;
                });
    }
}
