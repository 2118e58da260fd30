package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.objection.Act;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.RequestingCode;
import fairnotice.objection.SubmittedObjection;
import fairnotice.objection.Threads;
import fairnotice.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two things at the same moment have one outcome, whichever wins. */
class RaceStoryTest extends Story {

    private static final String REGISTER = StoryRegister.RACE.id();
    private static final int TIMES = 4;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String ANN = "ann@one.example.com";
    private static final String BOB = "bob@two.example.com";

    @Autowired
    private Objections objections;

    @Autowired
    private Threads threads;

    @Autowired
    private RequestingCode asking;

    @Autowired
    private AnsweringOffer answering;

    @Autowired
    private JdbcClient jdbc;

    private String change;
    private String vendor;

    @BeforeEach
    void an_announced_change() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact(ANN, "PRIVACY")),
                customer("two", "enterprise", contact(BOB, "PRIVACY")));
        vendor = "Racer" + NUMBER.incrementAndGet();
        change = add(REGISTER, vendor, Map.of());
        approve("counsel", change);
    }

    @RepeatedTest(TIMES)
    void filings_of_one_customer_are_one_case_with_all_that_was_said() throws Exception {
        List<Callable<Object>> filings = IntStream.rangeClosed(1, 6)
                .<Callable<Object>>mapToObj(n -> () -> fileOnly(change, ANN, "Reason " + n))
                .toList();

        List<Object> filed = atOnce(filings);
        settle();

        assertThat(filed)
                .extracting(each -> ((SubmittedObjection) each).objection().reference())
                .containsOnly(((SubmittedObjection) filed.get(0)).objection().reference());
        assertThat(filed)
                .filteredOn(each -> !((SubmittedObjection) each).added())
                .hasSize(1);
        Objection only = ((SubmittedObjection) filed.get(0)).objection();
        assertThat(threads.thread(only.id())).hasSize(6);
        assertThat(letters(only.reference(), "It counts from the time given below"))
                .hasSize(1);
        assertThat(database("select count(*) from act_ru_execution where business_key_ = :reference", only.reference()))
                .isEqualTo(1);
    }

    /** Each moves its own clock, since receipt starts it there, and all of them that of the change. */
    @Test
    void eleven_customers_who_acknowledge_at_the_same_moment_are_all_heard() throws Exception {
        String register = StoryRegister.RACE_FROM_RECEIPT.id();
        List<String> addresses = IntStream.rangeClosed(1, 11)
                .mapToObj(n -> "eleven" + n + "@receipts.example.com")
                .toList();
        customers(
                register,
                addresses.stream()
                        .map(address -> customer(address.split("@")[0], "enterprise", contact(address, "PRIVACY")))
                        .toArray());
        String received = add(register, "Elevenfold", Map.of());
        approve("counsel", received);
        List<Callable<Object>> receipts = addresses.stream()
                .<Callable<Object>>map(address -> acknowledging(noticeLink(received, address)))
                .toList();

        assertThat(atOnce(receipts)).containsOnly(200);

        settle();
        assertThat(change(received).at("/notices/acknowledged").asInt()).isEqualTo(11);
        assertThat(database(
                        "select count(*) from notice where reference = :reference and started_by = 'RECEIVED'",
                        received))
                .isEqualTo(11);
    }

    private Callable<Object> acknowledging(String link) {
        Api customer = visitor();
        customer.page(link);
        return () -> customer.submit(link, link + "/acknowledge", "").statusCode();
    }

    @RepeatedTest(TIMES)
    void a_filing_at_the_moment_of_going_live_is_left_out_with_the_others_or_comes_after() throws Exception {
        file(change, ANN);
        advance("P31D");
        assertThat(state(change)).isEqualTo("DECIDING");
        String task = task("counsel", change).get("id").asText();

        List<Object> done = atOnce(List.of(() -> goesLive(task), () -> fileOnly(change, BOB, "Not without me")));
        settle();

        assertThat(done.get(0)).isEqualTo(204);
        decidesOnceMoreWhoWasOvertaken();
        assertThat(state(change)).isEqualTo("PUBLISHED");
        Objection bobs = objections.getByReference(
                ((SubmittedObjection) done.get(1)).objection().reference());
        assertThat(bobs.isSettled()).isFalse();
        assertThat(leftOut()).isEqualTo(bobs.leftOutAt() == null ? 1 : 2);
        assertThat(as("auditor")
                        .get("/api/v1/registers/" + REGISTER + "/clearances?customer=two&subprocessor=" + vendor)
                        .get("cleared")
                        .asBoolean())
                .isFalse();
        theLedgerIsWhole();
    }

    @RepeatedTest(TIMES)
    void an_offer_accepted_at_the_moment_of_the_decision_is_settled_or_left_out_and_never_lost() throws Exception {
        String objection = file(change, ANN);
        advance("P20D");
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete(
                "counsel",
                objection,
                Map.of("outcome", "offer", "cure", "EXEMPTION", "comment", "Not for you", "until", "2099-12-31"));
        advance("P11D");
        assertThat(objections.getByReference(objection).state()).isEqualTo(ObjectionState.OFFERED);
        asking.ask(objection, Act.ACCEPT, contactId(REGISTER, ANN), by(REGISTER, ANN));
        String code = code(objection);
        String task = task("counsel", change).get("id").asText();

        List<Object> done = atOnce(List.of(() -> goesLive(task), () -> {
            answering.accept(objection, by(REGISTER, ANN), code, null);
            return "accepted";
        }));
        settle();

        assertThat(state(change)).isEqualTo("PUBLISHED");
        Objection after = objections.getByReference(objection);
        if ("accepted".equals(done.get(1))) {
            assertThat(after.state()).isEqualTo(ObjectionState.EXEMPTED);
        } else {
            assertThat(after.leftOutAt()).isNotNull();
        }
        theLedgerIsWhole();
    }

    /** A filing after the decision and before the publication, which asks the table again, brings the decision back. */
    private void decidesOnceMoreWhoWasOvertaken() {
        if (state(change).equals("DECIDING")) {
            assertThat(leftOut()).as("the decision has done what it said").isEqualTo(1);
            complete("counsel", change, Map.of("outcome", "go-live", "comment", "Without the other, too"));
        }
    }

    /** The decision to go live, taken over HTTP. @return the status it was answered with */
    private int goesLive(String task) {
        return as("counsel")
                .send("POST", "/api/v1/tasks/" + task + "/complete", Map.of("outcome", "go-live", "comment", "Now"))
                .statusCode();
    }

    /** How many were left out by decision, as the ledger has it. */
    private long leftOut() {
        return database("""
                select sum((content ->> 'leftOut')::bigint) from ledger_opening o join ledger_entry e on e.id = o.entry_id
                 where e.kind = 'change.objectors-left-out' and e.subject = :reference""", change);
    }

    private long database(String sql, String reference) {
        return jdbc.sql(sql).param("reference", reference).query(Long.class).single();
    }

    /** What each answered, or the sentence with which it was refused. */
    private static List<Object> atOnce(List<Callable<Object>> steps) throws Exception {
        CyclicBarrier start = new CyclicBarrier(steps.size());
        ExecutorService runners = Executors.newFixedThreadPool(steps.size());
        List<Future<Object>> running = new ArrayList<>();
        for (Callable<Object> step : steps) {
            running.add(runners.submit(() -> {
                start.await();
                try {
                    return step.call();
                } catch (Refused refused) {
                    return refused;
                }
            }));
        }
        List<Object> done = new ArrayList<>();
        for (Future<Object> one : running) {
            done.add(one.get());
        }
        runners.shutdown();
        return done;
    }
}
