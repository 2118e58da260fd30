package fairnotice.bench;

import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.mail.SmtpSink;
import fairnotice.objection.ContestingRefusal;
import fairnotice.worker.Workers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that nobody can act on at the head of each queue of the conductor and the senders, and how long the next good one behind them takes.
 * A row is poisoned by what is stored in it: a promise that does not exist, words that cannot be read.
 */
public final class PoisonBench {

    private static final int CUSTOMERS = 400;
    private static final int BAD = 20;
    private static final int BAD_CHANGES = 4;

    private final House house;
    private final JdbcClient jdbc;
    private String change;
    private CustomerForm form;

    private PoisonBench(House house) {
        this.house = house;
        this.jdbc = house.bean(JdbcClient.class);
    }

    public static void main(String[] none) throws Exception {
        try (SmtpSink sink = new SmtpSink(0, false);
                House house = new House(sink.port())) {
            new PoisonBench(house).measure();
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        house.customers(0, CUSTOMERS);
        change = house.proposed("Poisoned vendor");
        house.announce(change);
        house.awaitQuiet();
        form = new CustomerForm(
                "http://127.0.0.1:" + house.port(), "/n/" + house.links(change).get(0) + "/objection");
        filing();
        step();
        outcome();
        clocks();
        telling();
        message();
        long aside = house.bean(Workers.class).waiting().size();
        System.out.printf(Locale.ROOT, "set aside, and shown to administrators: %d rows%n", aside);
        if (aside < 3 * BAD) {
            throw new IllegalStateException(
                    "The poison was none: " + house.bean(Workers.class).waiting());
        }
    }

    private void filing() throws Exception {
        file(0);
        await(
                "filing",
                () -> isTrue("select count(*) = 1 from act_ru_task where task_def_key_ = 'Task_AssessGrounds'"));
        objections("BEGIN", "null, null");
        file(1);
        passed(
                "filing behind %d whose process cannot be begun",
                "select count(*) = 2 from act_ru_task where task_def_key_ = 'Task_AssessGrounds'");
    }

    private void step() {
        String good = jdbc.sql("select reference from objection where begun_at is not null order by id limit 1")
                .query(String.class)
                .single();
        String task = jdbc.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " where e.business_key_ = :good")
                .param("good", good)
                .query(String.class)
                .single();
        house.bean(CompletingTask.class).complete(task, Completion.of("refuse", "Not a ground"), House.COUNSEL);
        objections("STEP", "now(), 'CONTESTED'");
        String contact = jdbc.sql("select 'customer:' || customer || '/contact:' || id from contact where customer ="
                        + " (select customer from objection where reference = :good)")
                .param("good", good)
                .query(String.class)
                .single();
        house.bean(ContestingRefusal.class).contest(good, contact, "Look again", List.of());
        passed(
                "customer's step behind %d that no process can hear",
                "select pending_message is null from objection where reference = '" + good + "'");
    }

    /** The batch of the announcement is told again, and bounces come after it. */
    private void outcome() {
        String bad =
                "(select id from notice where reference = '" + change + "' order by id offset 20 limit " + BAD + ")";
        jdbc.sql("update notice set policy_version = -1 where id in " + bad).update();
        jdbc.sql(
                        "update mail_batch set done_at = done_at, reported_at = null where mailing in (select id from mailing where about = :change)")
                .param("change", change)
                .update();
        passed(
                "batches of outcomes with %d that cannot be taken",
                "select not exists (select from mail_batch where done_at is not null and reported_at is null)");
        jdbc.sql("""
                        with lost as (
                            update mail_message set state = 'BOUNCED', at = now() where (party in %s or party =
                                (select max(id) from notice where reference = '%s')) and mailing in (select id from mailing where about = '%s')
                            returning batch, ordinal, state, at)
                        insert into mail_late (batch, ordinal, state, at) select * from lost order by ordinal
                        """.formatted(bad, change, change)).update();
        passed(
                "bounce behind %d that cannot be taken",
                "select unreached_since is not null from notice where reference = '" + change
                        + "' order by id desc limit 1");
    }

    private void clocks() throws Exception {
        for (int n = 0; n < BAD_CHANGES; n++) {
            String other = house.proposed("Moving vendor " + n);
            house.announce(other);
        }
        jdbc.sql("update telling set policy_version = -1 where reference <> :change")
                .param("change", change)
                .update();
        jdbc.sql("insert into moved_clock (reference) select reference from vendor_change order by reference desc")
                .update();
        passed(
                "moved clock behind %d whose dates cannot be counted",
                BAD_CHANGES, "select not exists (select from moved_clock where reference = '" + change + "')");
        house.customers(CUSTOMERS, CUSTOMERS + 1);
        passed(
                "new customer behind %d changes it cannot be given notice of",
                BAD_CHANGES,
                "select exists (select from notice where reference = '" + change
                        + "' and customer = (select max(id) from customer))");
    }

    private void telling() throws Exception {
        jdbc.sql("""
                        insert into telling (reference, round, occasion, number, register, policy_version, created_at, contractual_mailing)
                        select reference, round, 'REMINDER', 900, register, -1, created_at, contractual_mailing
                        from telling where reference <> :change and occasion = 'ANNOUNCEMENT'
                        """).param("change", change).update();
        String good = house.proposed("Good vendor");
        String task = house.bean(ReadingInbox.class)
                .tasksAbout(good, House.COUNSEL)
                .get(0)
                .id();
        house.bean(CompletingTask.class).complete(task, Completion.of("approve", "In order"), House.COUNSEL);
        await("telling", () -> isTrue("select exists (select from telling where reference = '" + good + "')"));
        passed(
                "announcement to 401 behind %d that cannot be cut",
                BAD_CHANGES, "select cut_at is not null from telling where reference = '" + good + "'");
    }

    private void message() {
        await(
                "the announcement before it",
                () -> isTrue("select not exists (select from mail_batch where done_at is null)"));
        jdbc.sql("update mail_message set state = 'PENDING', link_purpose = 'NONE' where (batch, ordinal) in"
                        + " (select batch, ordinal from mail_message where state = 'HANDED_OVER' order by batch, ordinal limit "
                        + BAD + ")")
                .update();
        jdbc.sql(
                        "update mail_message set state = 'PENDING' where (batch, ordinal) in"
                                + " (select batch, ordinal from mail_message where state = 'HANDED_OVER' order by batch, ordinal limit 1)")
                .update();
        jdbc.sql("update mail_batch set done_at = null, lease_until = null, owner = null where id in"
                        + " (select batch from mail_message where state = 'PENDING')")
                .update();
        passed(
                "message behind %d that cannot be read",
                "select count(*) = 0 from mail_message where state = 'PENDING' and link_purpose <> 'NONE'");
    }

    // ---- poison, and time

    private void file(int n) throws Exception {
        String link = house.links(change).get(n);
        OpenArrivals.Latencies filed = new OpenArrivals(house.port(), 100)
                .send(
                        List.of(form.post("/n/" + link + "/objection", "grounds=LOCATION&text=No.&step=file"))
                                .iterator(),
                        1,
                        status -> status == 302);
        if (filed.refused() > 0) {
            throw new IllegalStateException("The filing was not accepted");
        }
    }

    /** As the one there is, but that what was filed cannot be read. @param begunAndMessage what its process has begun and not heard */
    private void objections(String name, String begunAndMessage) {
        jdbc.sql("""
                        insert into objection (reference, change_reference, register, round, policy_version, state, filing,
                                               received_at, late, answer_due_at, settled_at, begun_at, pending_message)
                        select 'BAD-' || :name || n, change_reference, register, round, policy_version, state, '"bad"', received_at, late,
                               answer_due_at, now(), %s
                        from (select * from objection order by id limit 1) o, generate_series(1, :bad) n
                        """.formatted(begunAndMessage))
                .param("name", name)
                .param("bad", BAD)
                .update();
    }

    private boolean isTrue(String sql) {
        return Boolean.TRUE.equals(jdbc.sql(sql).query(Boolean.class).single());
    }

    private static double await(String what, BooleanSupplier there) {
        long start = System.nanoTime();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() - start > 30e9) {
                throw new IllegalStateException("After 30 s still not: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void passed(String what, String sql) {
        passed(what, BAD, sql);
    }

    private void passed(String what, int bad, String sql) {
        String said = what.formatted(bad);
        double millis = await(said, () -> isTrue(sql));
        System.out.printf(
                Locale.ROOT, "poison, %s: %.0f ms; ceiling 1000 ms; ratio %.2f%n", said, millis, millis / 1000);
    }
}
