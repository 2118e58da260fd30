package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.TestedRelay;
import fairnotice.mailserver.Proofs;
import fairnotice.mailserver.ServersInForce;
import fairnotice.notice.AnnouncingChange;
import fairnotice.refusal.Refused;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While no test mail went through the relay in force, nothing is announced, by whichever door. */
class NothingAnnouncedTest extends ApiHouse {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServersInForce servers;

    @Autowired
    private Proofs proofs;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private AnnouncingChange announcing;

    @AfterEach
    void mailWorksAgain() {
        TestedRelay.of(servers, proofs);
    }

    @Test
    void what_customers_are_told_of_is_not_approved_and_what_they_are_not_told_of_is_returned() {
        String reference = proposed("counsel", "Mimas");
        mailDoesNotWork();

        Answer refused = complete("legal", reference, "{\"outcome\":\"approve\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).startsWith("No test mail has shown yet that the mail servers set up now work");
        assertThat(state(reference)).isEqualTo("IN_REVIEW");
        assertThat(complete("legal", reference, "{\"outcome\":\"return\",\"comment\":\"Later\"}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void an_announcement_that_was_planned_waits_says_why_and_goes_on_by_itself() {
        String reference = proposed("counsel", "Enceladus");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        assertThat(complete("legal", reference, "{\"outcome\":\"approve\",\"announceOn\":\"" + day + "\"}")
                        .status())
                .isEqualTo(204);
        mailDoesNotWork();

        comesToItsDay(reference);
        await(() -> failed(reference) != null);
        Job failed = failed(reference);
        assertThat(failed.getExceptionMessage()).startsWith("No test mail has shown yet");
        assertThat(state(reference)).isEqualTo("SCHEDULED");
        assertThatThrownBy(() -> announcing.announce(reference, 1)).isInstanceOf(Refused.class);

        management.setJobRetries(failed.getId(), 0);
        mailWorksAgain();

        await(() -> state(reference).equals("IN_NOTICE"));
    }

    private void mailDoesNotWork() {
        jdbc.sql("update mail_proof set relay = 'another'").update();
    }

    private void comesToItsDay(String reference) {
        await(() -> job(reference) != null);
        management.executeJob(job(reference).getId());
    }

    private Job failed(String reference) {
        Job job = job(reference);
        return job == null || job.getExceptionMessage() == null ? null : job;
    }

    /** The one that waits for its day, or comes after. */
    private Job job(String reference) {
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(process).list().stream()
                .findFirst()
                .orElse(null);
    }

    private Answer complete(String who, String reference, String body) {
        String task = task(who, reference).path("id").asText();
        return post(who, "/api/v1/tasks/" + task + "/complete", body);
    }

    private String state(String reference) {
        return get("legal", "/api/v1/changes/" + reference).body().path("state").asText();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + 40_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
