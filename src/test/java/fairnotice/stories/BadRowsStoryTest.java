package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row at the head of each queue that nobody can act on: those behind it go on, and administrators see it. */
class BadRowsStoryTest extends Story {

    private static final String REGISTER = StoryRegister.BAD_ROWS.id();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String BAD = "bad@bad.example.com";
    private static final String ONE = "ann@one.example.com";
    private static final String TWO = "bob@two.example.com";

    private static final String THREE = "cem@three.example.com";

    @Autowired
    private JdbcClient jdbc;

    private String change;
    private String withdrawn;
    private String objection;

    @BeforeEach
    void queues() {
        customers(
                REGISTER,
                customer("bad", "enterprise", contact(BAD, "PRIVACY")),
                customer("one", "enterprise", contact(ONE, "PRIVACY")),
                customer("two", "enterprise", contact(TWO, "PRIVACY")),
                customer("three", "enterprise", contact(THREE, "PRIVACY")));
        int number = NUMBER.incrementAndGet();
        change = announced(REGISTER, "Poisonia " + number);
        withdrawn = announced(REGISTER, "Poisonless " + number);
        objection = file(change, ONE);
    }

    /** Whatever else is told in this house must not meet them. */
    @AfterEach
    void cleanUp() {
        jdbc.sql("delete from objection where reference like 'BAD-%'").update();
        jdbc.sql("delete from telling where number = 900").update();
        jdbc.sql("delete from mail_late").update();
        jdbc.sql("update notice set policy_version = 1 where policy_version = -1")
                .update();
    }

    @Test
    void those_behind_a_bad_row_go_on_and_administrators_see_it() {
        objection("BAD-BEGIN", change, "null, null", "now()");
        objection("BAD-STEP", change, "now(), 'ANSWERED'", "now()");
        objection("BAD-CHANGE", withdrawn, "now(), null", "null");
        jdbc.sql("""
                        insert into telling (reference, round, occasion, number, register, policy_version, created_at, contractual_mailing)
                        select reference, round, 'REMINDER', 900, register, -1, created_at, contractual_mailing
                        from telling where reference = :change
                        """).param("change", change).update();
        jdbc.sql("update notice set policy_version = -1 where reference = :change and customer in "
                        + "(select customer from contact where email = :bad)")
                .param("change", change)
                .param("bad", BAD)
                .update();
        jdbc.sql(
                        "update mail_batch set reported_at = null where mailing in (select id from mailing where about = :change)")
                .param("change", change)
                .update();
        as("legal").post("/api/v1/changes/" + withdrawn + "/withdrawal", Map.of("reason", "Not needed"));

        String behind = fileOnly(change, TWO, "Not there").objection().reference();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> tasks("counsel", behind).size() == 1);
        bounced(BAD);
        bounced(THREE);
        await().atMost(Duration.ofSeconds(20)).until(() -> unreached().equals(List.of("three")));
        Api admin = visitor();
        admin.submit("/login", "/login", "username=admin&password=demo");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(admin.page("/incidents"))
                        .contains(
                                "Begin the case of BAD-BEGIN",
                                "Carry out what the customer asked for in BAD-STEP",
                                "Close, as its change was withdrawn, BAD-CHANGE",
                                "Send reminder of " + change,
                                "Take the outcome of message")
                        .doesNotContain("??"));
        assertThat(visitor().page("/actuator/health")).contains("DEGRADED");
        assertThat(as("legal")
                        .get("/api/v1/objections/" + objection)
                        .get("state")
                        .asText())
                .isEqualTo("ASSESSMENT");
    }

    @Test
    void a_step_that_failed_for_good_is_tried_again_by_an_administrator_alone() {
        String job = jdbc.sql("""
                        update act_ru_job set retries_ = 0, exception_msg_ = 'the bridge is out'
                        where handler_cfg_ like 'Timer_NoticeEnds%' and process_instance_id_ in
                            (select proc_inst_id_ from act_ru_execution where business_key_ = :change)
                        returning id_
                        """).param("change", change).query(String.class).single();
        Api admin = visitor();
        admin.submit("/login", "/login", "username=admin&password=demo");
        Api counsel = visitor();
        counsel.submit("/login", "/login", "username=counsel&password=demo");
        assertThat(admin.page("/incidents")).contains(change, "the bridge is out", "Try again");
        assertThat(counsel.status("/incidents")).isEqualTo(403);
        assertThat(counsel.submit("/inbox", "/incidents/retry", "id=" + job).statusCode())
                .isEqualTo(403);

        admin.submit("/incidents", "/incidents/retry", "id=" + job);

        assertThat(retries(job)).isEqualTo(1);
        assertThat(admin.page("/incidents")).doesNotContain("the bridge is out");
        assertThat(admin.submit("/inbox", "/incidents/retry", "id=" + job).body())
                .contains("This step no longer waits");
        assertThat(admin.page("/ledger?subject=" + change)).contains("A failed step was tried again.");
    }

    private int retries(String job) {
        return jdbc.sql("select retries_ from act_ru_job where id_ = :job")
                .param("job", job)
                .query(Integer.class)
                .single();
    }

    /** As the one there is, but for what was filed, which cannot be read. @param begunAndMessage what its process has done and heard */
    private void objection(String reference, String of, String begunAndMessage, String settled) {
        jdbc.sql("""
                        insert into objection (reference, change_reference, register, round, policy_version, state, filing,
                                               received_at, late, answer_due_at, begun_at, pending_message, settled_at)
                        select :reference, :of, register, round, policy_version, state, '"bad"', received_at, late, answer_due_at,
                        """ + begunAndMessage + ", " + settled + " from objection where reference = :like")
                .param("reference", reference)
                .param("of", of)
                .param("like", objection)
                .update();
    }

    private void bounced(String address) {
        jdbc.sql("""
                        with lost as (
                            update mail_message set state = 'BOUNCED', at = now() where address = :address and mailing in
                                (select id from mailing where about = :change and key like '%announcement%')
                            returning batch, ordinal, state, at)
                        insert into mail_late (batch, ordinal, state, at) select * from lost
                        """).param("address", address).param("change", change).update();
    }

    private List<String> unreached() {
        return jdbc.sql("""
                        select c.external_id from notice n join customer c on c.id = n.customer
                        where n.reference = :change and n.unreached_since is not null order by 1
                        """).param("change", change).query(String.class).list();
    }
}
