package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AccessTest.Slice.class)
class OneTimeCodesTest {

    private static final String ANN = "customer:7/contact:23";
    private static final String MALLORY = "customer:7/contact:66";

    @Autowired
    OneTimeCodes codes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String act = "accept OBJ-" + UUID.randomUUID() + "/2";

    /** Codes to one holder are bounded over all acts, and these tests are all about few holders. */
    @BeforeEach
    void nobodyWasMailedAnything() {
        jdbc.sql("delete from one_time_code").update();
    }

    @Test
    void one_holder_is_mailed_so_many_codes_an_hour_whatever_they_are_for() {
        for (int i = 0; i < OneTimeCodes.CODES_TO_ONE_AN_HOUR; i++) {
            codes.issue("terminate", act + i, 23, ANN);
        }

        assertThatThrownBy(() -> codes.issue("terminate", act + "other", 23, ANN))
                .hasMessageContaining("You had many codes sent to this contact");
        assertThat(codes.issue("terminate", act + "other", 24, ANN)).isNotBlank();
    }

    @Test
    void a_code_has_eight_digits_and_says_whose_it_was() {
        String code = codes.issue("accept", act, 23, ANN);

        assertThat(code).matches("[0-9]{8}");
        assertThat(codes.redeem(act, code, ANN)).isEqualTo(new OneTimeCodes.Redeemed("accept", 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", " %s-%s\n", "%s\u2013%s", "%s\u00a0%s", "%s - %s"})
    void a_code_is_read_as_people_type_it(String typed) {
        String code = codes.issue("accept", act, 23, ANN);

        assertThat(codes.redeem(act, typed.formatted(code.substring(0, 4), code.substring(4)), ANN)
                        .holder())
                .isEqualTo(23);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "1234567", "123456789", "1234567x", "<b>12345678</b>", "--------", "1.234.567"})
    void what_is_no_code_is_told_so_and_costs_no_try(String typed) {
        String code = codes.issue("accept", act, 23, ANN);

        for (int i = 0; i <= OneTimeCodes.TRIES; i++) {
            refused(() -> codes.redeem(act, typed, ANN), "Please type the 8 digits of the code that was mailed.");
        }
        assertThat(codes.redeem(act, code, ANN).holder()).isEqualTo(23);
    }

    @Test
    void a_code_works_once() {
        String code = codes.issue("accept", act, 23, ANN);
        codes.redeem(act, code, ANN);

        refused(
                () -> codes.redeem(act, code, ANN),
                "This code was used before, and it works only once. Please ask for a new one.");
    }

    @Test
    void a_code_confirms_no_other_act() {
        String code = codes.issue("accept", act, 23, ANN);

        refused(() -> codes.redeem(act + "1", code, ANN), "No code was sent for this yet. Please ask for one.");
        codes.issue("accept", act + "1", 23, ANN);
        refused(
                () -> codes.redeem(act + "1", code, ANN),
                "This is not the code that was mailed. You have 4 tries left.");
    }

    @Test
    void wrong_tries_are_told_and_the_fifth_ends_the_code() {
        String code = codes.issue("accept", act, 23, ANN);

        for (int left = 4; left > 1; left--) {
            refused(
                    () -> codes.redeem(act, other(code), ANN),
                    "This is not the code that was mailed. You have " + left + " tries left.");
        }
        refused(
                () -> codes.redeem(act, other(code), ANN),
                "This is not the code that was mailed. You have 1 try left.");
        String used = "Too many wrong codes were typed, so the code that was mailed is void. Please ask for a new one.";
        refused(() -> codes.redeem(act, other(code), ANN), used);
        refused(() -> codes.redeem(act, code, ANN), used);
        assertThat(codes.validUntil(act, 23, ANN)).isEmpty();
        assertThat(codes.validUntil(act, 23, MALLORY)).isPresent();
    }

    @Test
    void whoever_can_use_none_of_five_codes_reads_when_another_can_be_asked_for() {
        for (int i = 0; i < OneTimeCodes.CODES_AN_HOUR; i++) {
            codes.issue("accept", act, 23, ANN);
        }
        age("20 minutes");
        for (int i = 0; i < OneTimeCodes.TRIES; i++) {
            assertThatThrownBy(() -> codes.redeem(act, "1234 5678", ANN)).isInstanceOf(Refused.class);
        }

        assertThatThrownBy(() -> codes.issue("accept", act, 23, ANN))
                .hasMessage(
                        "You asked for 5 codes for this within the last hour, and none of them can be used any more."
                                + " You can ask for another in 40 minutes.");
    }

    @Test
    void a_wrong_try_counts_though_the_callers_transaction_is_rolled_back() {
        String code = codes.issue("accept", act, 23, ANN);

        for (int i = 0; i < OneTimeCodes.TRIES; i++) {
            assertThatThrownBy(() -> inTransaction(() -> codes.redeem(act, other(code), ANN)))
                    .isInstanceOf(Refused.class);
        }

        assertThatThrownBy(() -> codes.redeem(act, code, ANN)).hasMessageStartingWith("Too many wrong codes");
    }

    @Test
    void what_one_contact_wastes_is_not_anothers() {
        String code = codes.issue("accept", act, 23, ANN);

        for (int i = 0; i < OneTimeCodes.CODES_AN_HOUR; i++) {
            codes.issue("accept", act, 23, MALLORY);
            for (int n = 0; n < OneTimeCodes.TRIES; n++) {
                assertThatThrownBy(() -> codes.redeem(act, other(code), MALLORY))
                        .isInstanceOf(Refused.class);
            }
        }
        assertThatThrownBy(() -> codes.issue("accept", act, 23, MALLORY))
                .hasMessageStartingWith("You asked for 5 codes");
        assertThatThrownBy(() -> codes.redeem(act, code, MALLORY))
                .as("five guesses at each code are all that one has")
                .isInstanceOf(Refused.class);

        assertThat(codes.redeem(act, code, ANN).holder()).isEqualTo(23);
        assertThat(codes.issue("accept", act, 23, ANN)).isNotBlank();
    }

    @Test
    void a_code_that_another_contact_asked_for_is_good_for_whoever_holds_it() {
        String code = codes.issue("accept", act, 23, ANN);

        assertThat(codes.redeem(act, code, MALLORY).holder()).isEqualTo(23);
    }

    @Test
    void tries_left_are_those_at_ones_own_code() {
        codes.issue("accept", act, 23, ANN);
        for (int left = OneTimeCodes.TRIES - 1; left > 0; left--) {
            assertThatThrownBy(() -> codes.redeem(act, "1234 5678", ANN)).isInstanceOf(Refused.class);
        }
        codes.issue("accept", act, 66, MALLORY);

        refused(
                () -> codes.redeem(act, "1234 5678", ANN),
                "Too many wrong codes were typed, so the code that was mailed is void. Please ask for a new one.");
        assertThat(codes.validUntil(act, 23, ANN)).isEmpty();
    }

    @Test
    void a_code_redeemed_in_a_transaction_that_failed_can_be_used_again() {
        String code = codes.issue("accept", act, 23, ANN);

        assertThatThrownBy(() -> inTransaction(() -> {
                    codes.redeem(act, code, ANN);
                    throw new IllegalStateException("something else went wrong");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(codes.redeem(act, code, ANN).holder()).isEqualTo(23);
    }

    @Test
    void a_new_code_replaces_the_holders_older_one_and_nobody_elses() {
        String first = codes.issue("accept", act, 23, ANN);
        String others = codes.issue("accept", act, 24, ANN);
        String second = codes.issue("accept", act, 23, ANN);

        refused(() -> codes.redeem(act, first, ANN), "A newer code was sent after this one. Please type the newest.");
        assertThat(codes.redeem(act, others, ANN).holder()).isEqualTo(24);
        assertThat(codes.redeem(act, second, ANN).holder()).isEqualTo(23);
    }

    @Test
    void after_half_an_hour_of_real_time_a_code_has_expired() {
        String code = codes.issue("accept", act, 23, ANN);
        age("30 minutes");

        refused(
                () -> codes.redeem(act, code, ANN),
                "This code has expired: it was valid for 30 minutes. Please ask for a new one.");
        refused(
                () -> codes.redeem(act, other(code), ANN),
                "No code that was sent for this is valid any more. Please ask for a new one.");
    }

    @Test
    void a_minute_before_it_is_still_good() {
        String code = codes.issue("accept", act, 23, ANN);
        age("29 minutes");

        assertThat(codes.redeem(act, code, ANN).holder()).isEqualTo(23);
    }

    @Test
    void five_codes_an_hour_are_sent_for_one_act() {
        for (int i = 0; i < OneTimeCodes.CODES_AN_HOUR; i++) {
            codes.issue("accept", act, i, ANN);
        }
        assertThatThrownBy(() -> codes.issue("accept", act, 9, ANN))
                .isInstanceOf(Refused.class)
                .hasMessage("You asked for 5 codes for this within the last hour."
                        + " Please use the newest of them, or ask again later.");
        codes.issue("accept", act + "1", 23, ANN);

        age("61 minutes");
        assertThat(codes.redeem(act, codes.issue("accept", act, 9, ANN), ANN).holder())
                .isEqualTo(9);
    }

    @Test
    void many_at_once_get_five_tries_and_five_codes() throws Exception {
        String code = codes.issue("accept", act, 23, ANN);

        List<String> answers = atOnce(12, () -> answer(() -> codes.redeem(act, other(code), ANN)));
        atOnce(12, () -> answer(() -> codes.issue("accept", act, 24, ANN)));

        assertThat(answers.stream().filter(answer -> answer.contains("left"))).hasSize(OneTimeCodes.TRIES - 1);
        assertThat(jdbc.sql("select count(*) from one_time_code where act = ?")
                        .param(act)
                        .query(Integer.class)
                        .single())
                .isEqualTo(OneTimeCodes.CODES_AN_HOUR);
    }

    @Test
    void two_who_redeem_at_once_are_not_both_right() throws Exception {
        String code = codes.issue("accept", act, 23, ANN);

        List<String> answers = atOnce(8, () -> answer(() -> codes.redeem(act, code, ANN)));

        assertThat(answers.stream().filter("done"::equals)).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.equals("done") || answer.startsWith("This code was used before"));
    }

    @Test
    void the_table_does_not_tell_the_code_and_old_ones_are_forgotten() {
        String code = codes.issue("accept", act, 23, ANN);

        assertThat(jdbc.sql("select c::text from one_time_code c")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(code));

        age("25 hours");
        codes.issue("accept", act, 23, ANN);
        assertThat(jdbc.sql("select count(*) from one_time_code where act = ?")
                        .param(act)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** As if the codes had been sent that much earlier. */
    private void age(String by) {
        jdbc.sql("""
                update one_time_code
                set issued_at = issued_at - cast(:by as interval), expires_at = expires_at - cast(:by as interval)
                where act = :act
                """).param("by", by).param("act", act).update();
    }

    private static String other(String code) {
        return code.equals("00000000") ? "00000001" : "00000000";
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private String answer(Runnable work) {
        try {
            inTransaction(() -> {
                work.run();
                return null;
            });
            return "done";
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private static List<String> atOnce(int times, Callable<String> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(times);
        try {
            List<Callable<String>> all =
                    IntStream.range(0, times).mapToObj(i -> work).toList();
            Stream.Builder<String> answers = Stream.builder();
            for (var answer : people.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers.build().toList();
        } finally {
            people.shutdownNow();
        }
    }

    private static void refused(ThrowingCallable work, String sentence) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field, FieldProblem::sentence)
                                .containsExactly(tuple("code", sentence)));
    }
}
