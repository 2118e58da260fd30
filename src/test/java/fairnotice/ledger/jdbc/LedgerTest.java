package fairnotice.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.RealDatabase;
import fairnotice.RealTables;
import fairnotice.ledger.CustomerEvidence;
import fairnotice.ledger.Entry;
import fairnotice.ledger.ErasingValues;
import fairnotice.ledger.Head;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.SealingLedger;
import fairnotice.ledger.StaffEvidence;
import fairnotice.ledger.Value;
import fairnotice.ledger.Verification;
import fairnotice.ledger.Verification.Broken;
import fairnotice.ledger.Verification.Intact;
import fairnotice.ledger.VerifyingLedger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:04:31.123456789Z");
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");
    private static final DataSource DATABASE = RealDatabase.fresh();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Slice.class);
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final Ledger ledger = context.getBean(Ledger.class);
    private final SealingLedger sealer = context.getBean(SealingLedger.class);
    private final VerifyingLedger verifier = context.getBean(VerifyingLedger.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

    @BeforeEach
    void start_empty() {
        tamper("truncate ledger_entry, ledger_seal, ledger_opening, ledger_pending, ledger_value restart identity");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void an_entry_is_kept_as_it_was_recorded() {
        record(Entry.of("change.proposed", "OPSTICKET-2026-0007", "legal", AT)
                .with("vendor", "Ünïcode \"&\" Söhne")
                .with("reason", null));

        Recorded recorded = ledger.about("OPSTICKET-2026-0007").get(0);

        assertThat(recorded.kind()).isEqualTo("change.proposed");
        assertThat(recorded.actor()).isEqualTo("legal");
        assertThat(recorded.at()).isEqualTo("2026-03-02T10:04:31.123456Z");
        assertThat(recorded.content()).containsOnlyKeys("vendor").containsValue("Ünïcode \"&\" Söhne");
        assertThat(recorded.position()).isNull();
    }

    @Test
    void entries_about_one_thing_are_told_in_their_order() {
        record(5);
        record(Entry.of("other", "ANOTHER", "legal", AT));

        assertThat(ledger.about("SUBJECT")).extracting(Recorded::kind).containsExactly("k1", "k2", "k3", "k4", "k5");
    }

    @Test
    void a_rollback_leaves_nothing() {
        transaction.executeWithoutResult(status -> {
            record(1);
            status.setRollbackOnly();
        });

        assertThat(ledger.about("SUBJECT")).isEmpty();
        assertThat(sealer.seal(10)).isZero();
        assertThat(verify()).isEqualTo(new Intact(0, 0, Head.GENESIS));
    }

    @Test
    void an_entry_without_a_transaction_to_record_is_refused() {
        assertThatThrownBy(() -> ledger.record(Entry.of("k", "SUBJECT", "legal", AT)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sealing_goes_on_until_nothing_waits() {
        record(5);

        assertThat(sealer.seal(3)).isEqualTo(3);
        assertThat(sealer.seal(3)).isEqualTo(2);
        assertThat(sealer.seal(3)).isZero();
        assertThat(intact().count()).isEqualTo(5);
    }

    @Test
    void an_entry_that_waits_for_its_seal_is_no_flaw() {
        record(2);
        sealer.seal(1);

        assertThat(intact().count()).isEqualTo(1);
    }

    @Test
    void transactions_that_commit_out_of_order_are_all_sealed() {
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            record(1);
            recorded.countDown();
            await(mayCommit);
        }));
        await(recorded);
        record(2);

        assertThat(sealer.seal(10)).isEqualTo(2);
        mayCommit.countDown();
        slow.join();
        assertThat(sealer.seal(10)).isEqualTo(1);
        assertThat(intact().count()).isEqualTo(3);
    }

    @Test
    void many_writers_and_sealers_at_once_leave_one_whole_chain() {
        List<CompletableFuture<Void>> work = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        record(2);
                        sealer.seal(7);
                    }
                }))
                .toList();
        work.forEach(CompletableFuture::join);
        while (sealer.seal(50) > 0) {
            // until nothing waits
        }

        assertThat(intact().count()).isEqualTo(200);
    }

    @Test
    void the_ledger_itself_holds_no_text_of_an_opening() {
        record(Entry.of("k", "S", "legal", AT).with("who", "Ada Lovelace"));

        assertThat(jdbc.sql("select e::text from ledger_entry e")
                        .query(String.class)
                        .single())
                .doesNotContain("Ada");
    }

    @Test
    void a_changed_field_is_told_before_and_after_and_sealed_as_digests() {
        record(moved("customer:17"));
        sealer.seal(10);

        Recorded recorded = ledger.about("customer:17").get(0);

        assertThat(recorded.changes())
                .extracting(RecordedChange::field, change -> text(change.before()), change -> text(change.after()))
                .containsExactly(
                        tuple("contacts/23/email", "ada@old.example", "ada@new.example"),
                        tuple("terms/clause", null, "§ 4"));
        assertThat(jdbc.sql("select e::text from ledger_entry e")
                        .query(String.class)
                        .single())
                .contains("contacts/23/email", "customer:17")
                .doesNotContain("ada@", "§ 4");
        assertThat(intact()).isEqualTo(new Intact(1, 0, intact().head()));
    }

    @Test
    void a_value_s_digest_is_its_hmac_under_a_salt_of_its_own() {
        record(moved("customer:17"));
        var value = ledger.about("customer:17").get(0).changes().get(0).after();

        assertThat(value.salt()).hasSize(32);
        assertThat(value.digest())
                .isEqualTo(hmac(value.salt(), "ada@new.example"))
                .isNotEqualTo(ledger.about("customer:17")
                        .get(0)
                        .changes()
                        .get(0)
                        .before()
                        .digest());
    }

    @Test
    void many_entries_go_in_by_few_statements_in_their_order() {
        List<Entry> many = IntStream.range(0, 2_500)
                .mapToObj(n -> n % 2 == 0 ? moved("customer:" + n) : Entry.of("k", "customer:" + n, "legal", AT))
                .toList();

        transaction.executeWithoutResult(status -> ledger.record(many));
        sealer.seal(5_000);

        assertThat(jdbc.sql(
                                "select subject from ledger_entry e join ledger_seal s on s.entry_id = e.id order by position")
                        .query(String.class)
                        .list())
                .isEqualTo(many.stream().map(Entry::subject).toList());
        assertThat(intact().count()).isEqualTo(2_500);
        record(1);
        sealer.seal(1);
        assertThat(intact().count())
                .as("numbers drawn beforehand are not drawn again")
                .isEqualTo(2_501);
    }

    @Test
    void what_is_erased_of_a_person_leaves_the_chain_whole_and_says_when() {
        record(moved("customer:17"));
        record(moved("customer:17/contact:23"));
        record(moved("customer:170"));
        sealer.seal(10);

        transaction.executeWithoutResult(
                status -> assertThat(context.getBean(ErasingValues.class).erase("customer:17", "Asked for it", "other"))
                        .isEqualTo(2));
        sealer.seal(10);

        assertThat(intact().count()).isEqualTo(4);
        assertThat(intact().erased()).as("three values of each entry").isEqualTo(6);
        for (String subject : List.of("customer:17", "customer:17/contact:23")) {
            Recorded recorded = ledger.about(subject).get(0);
            assertThat(recorded.erasedAt()).isEqualTo(NOW);
            assertThat(recorded.changes().get(0).before())
                    .isEqualTo(new Value(recorded.changes().get(0).before().digest(), null, null, NOW));
        }
        assertThat(text(ledger.about("customer:170").get(0).changes().get(0).after()))
                .isEqualTo("ada@new.example");
        assertThat(ledger.about("customer:17").get(1).content())
                .containsEntry("entries", "2")
                .containsEntry("reason", "Asked for it");
        assertThat(jdbc.sql("select (select string_agg(v::text, '') from ledger_value v where entry_id < 3)"
                                + " || (select string_agg(o::text, '') from ledger_opening o where entry_id < 3)")
                        .query(String.class)
                        .single())
                .doesNotContain("ada@", "Ada");
    }

    @Test
    void what_is_needed_as_evidence_is_not_erased_yet() {
        record(moved("customer:18"));
        record(moved("customer:18/contact:4"));
        ErasingValues erasing = context.getBean(ErasingValues.class);

        for (String subject : List.of("customer:18", "customer:18/contact:4")) {
            assertThatThrownBy(() -> erasing.erase(subject, "Asked for it", "other"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("This customer has an open objection");
        }
        assertThat(text(ledger.about("customer:18").get(0).changes().get(0).after()))
                .isEqualTo("ada@new.example");
    }

    @Test
    void who_wrote_what_would_be_erased_does_not_erase_it() {
        record(Entry.of("customers.changed", "customer:17", "mallory", AT).changed("name", "Ada", "Eve"));
        record(Entry.of("customers.changed", "customer:17", "ann", AT).changed("name", "Eve", "Ada"));
        ErasingValues erasing = context.getBean(ErasingValues.class);

        assertThatThrownBy(() -> erasing.erase("customer:17", "Tidy up", "mallory"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another administrator");
        assertThat(erasing.erase("customer:17", "Asked for it", "other")).isEqualTo(2);
        record(Entry.of("customers.changed", "customer:17", "ann", AT).changed("name", "Ada", "Eve"));
        assertThat(erasing.erase("customer:17", "Asked for it again", "mallory"))
                .as("what mallory wrote was erased before")
                .isEqualTo(1);
    }

    @Test
    void what_is_no_personal_data_stays_when_a_person_is_erased() {
        record(Entry.of("customers.changed", "customer:17", "mallory", AT)
                .changed("name", "Ada", "Eve")
                .changed("amount", "100", "9000"));
        sealer.seal(10);

        assertThat(context.getBean(ErasingValues.class).erase("customer:17", "Asked for it", "other"))
                .isEqualTo(1);

        List<RecordedChange> changes = ledger.about("customer:17").get(0).changes();
        assertThat(changes).extracting(RecordedChange::field).containsExactly("name", "amount");
        assertThat(changes.get(0).before().isErased()).isTrue();
        assertThat(text(changes.get(1).before())).isEqualTo("100");
        assertThat(text(changes.get(1).after())).isEqualTo("9000");
        assertThat(intact().erased()).as("two values").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer:99999999999999999999",
                "OPSTICKET-2026-0007",
                "OBJ-2026-0001",
                "customer:%",
                "customer:1_",
                "",
                "LINK-KEY-1"
            })
    void evidence_is_nobody_s_to_erase(String subject) {
        assertThatThrownBy(() -> context.getBean(ErasingValues.class).erase(subject, "Tidy up", "admin"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobody_erases_what_is_said_of_themselves_and_nothing_twice() {
        record(moved("STAFF-admin"));
        ErasingValues erasing = context.getBean(ErasingValues.class);

        assertThatThrownBy(() -> erasing.erase("STAFF-admin", "Mine", "admin"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another administrator");
        record(moved("STAFF-serving"));
        assertThatThrownBy(() -> erasing.erase("STAFF-serving", "Who was it?", "other"))
                .hasMessage(
                        "The account of Serving is active, and the ledger has to say who acted. Please come back when the account is"
                                + " closed.");
        assertThat(erasing.erase("STAFF-admin", "Asked for it", "other")).isEqualTo(1);
        assertThatThrownBy(() -> erasing.erase("STAFF-admin", "Who erased before?", "other"))
                .as("why it was erased is not erased")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> erasing.erase("customer:17", "Mistyped", "other"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nothing about customer:17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_value set value = 'other'",
                "update ledger_value set side = 'AFTER' where side = 'BEFORE'",
                "update ledger_value set entry_id = 0, salt = null, value = null, erased_at = now()",
                "delete from ledger_value",
                "truncate ledger_value",
                "update ledger_opening set content = '{}'",
                "delete from ledger_opening",
                "truncate ledger_opening"
            })
    void values_are_only_erased(String statement) {
        record(moved("customer:17"));

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(statement).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_value set value = 'eve@new.example' where side = 'AFTER' and value = 'ada@new.example'",
                "update ledger_value set salt = '\\x00' where side = 'BEFORE'",
                "delete from ledger_value where side = 'BEFORE'",
                "update ledger_value set salt = null, value = null, erased_at = now() where side = 'BEFORE'",
                "update ledger_entry set changes = null",
                "update ledger_entry set changes = jsonb_set(changes, '{0,field}', '\"name\"')",
                "update ledger_entry set changes = jsonb_set(changes, '{0,before}', 'null')",
                "update ledger_entry set changes = changes - 1"
            })
    void a_value_that_was_changed_or_deleted_is_found(String tampering) {
        record(1);
        record(moved("customer:17"));
        sealer.seal(10);

        tamper(tampering);

        assertThat(verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.position()).isEqualTo(2));
    }

    private static Entry moved(String subject) {
        return Entry.of("customers.changed", subject, "admin", AT)
                .with("who", "Ada Lovelace")
                .changed("contacts/23/email", "ada@old.example", "ada@new.example")
                .changed("name", "Same", "Same")
                .changed("terms/clause", null, "§ 4");
    }

    private static String text(Value value) {
        return value == null ? null : value.text();
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger_entry set actor = 'mallory' where id = 3                         | 3
            update ledger_entry set at = at - interval '1 microsecond' where id = 3        | 3
            update ledger_entry set subject = 'OTHER' where id = 3                         | 3
            update ledger_entry set digest = repeat('0', 64) where id = 3                  | 3
            update ledger_opening set content = '{"n": "9"}' where entry_id = 3            | 3
            update ledger_opening set salt = '\\x00' where entry_id = 3                    | 3
            update ledger_opening set salt = null, content = null, erased_at = now() where entry_id = 3 | 3
            delete from ledger_opening where entry_id = 3                                  | 3
            update ledger_seal set hash = repeat('0', 64) where position = 3               | 3
            update ledger_seal set previous = repeat('0', 64) where position = 3           | 3
            delete from ledger_entry where id = 3                                          | 3
            delete from ledger_seal where position = 3                                     | 3
            delete from ledger_seal where position = 1                                     | 1
            update ledger_seal set entry_id = -entry_id where position in (4, 5); update ledger_seal set entry_id = 9 + entry_id where entry_id < 0 | 4
            delete from ledger_seal where position > 5                                     | 6
            delete from ledger_pending                                                     | 7
            """)
    void whatever_is_changed_deleted_or_reordered_is_found_where_it_happened(String tampering, long position) {
        record(6);
        sealer.seal(10);
        record(1);

        tamper(tampering);

        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(position);
            assertThat(broken.reason().english()).isNotBlank().endsWith(".");
        });
    }

    @Test
    void a_chain_that_was_cut_off_cleanly_is_found_by_a_head_kept_elsewhere() {
        record(6);
        sealer.seal(10);
        Head kept = intact().head();

        tamper("delete from ledger_seal where position > 4; delete from ledger_entry where id > 4");

        assertThat(verify()).isInstanceOf(Intact.class);
        assertThat(verifier.verify(kept)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(5);
            assertThat(broken.reason().english()).contains("cut off", "6", "4");
        });
    }

    @Test
    void a_chain_that_was_written_anew_is_found_by_a_head_kept_elsewhere() {
        record(4);
        sealer.seal(10);
        Head kept = intact().head();

        start_empty();
        record(6);
        sealer.seal(10);

        assertThat(verifier.verify(kept))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.reason().english()).contains("rewritten"));
    }

    @Test
    void a_kept_head_stays_true_while_the_chain_grows() {
        record(4);
        sealer.seal(10);
        Head kept = intact().head();
        record(4);
        sealer.seal(10);

        assertThat(verifier.verify(kept)).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set actor = 'mallory'",
                "delete from ledger_entry",
                "truncate ledger_entry cascade",
                "update ledger_seal set hash = previous",
                "delete from ledger_seal",
                "truncate ledger_seal",
                "set session_replication_role = replica; delete from ledger_seal"
            })
    void even_the_owner_is_refused(String statement) {
        record(1);
        sealer.seal(1);

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(statement).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("append-only");
    }

    private void record(int entries) {
        for (int n = 1; n <= entries; n++) {
            record(Entry.of("k" + n, "SUBJECT", "legal", AT).with("n", n));
        }
    }

    private void record(Entry entry) {
        transaction.executeWithoutResult(status -> ledger.record(entry));
    }

    private Verification verify() {
        return verifier.verify(Head.GENESIS);
    }

    private Intact intact() {
        assertThat(verify()).isInstanceOf(Intact.class);
        return (Intact) verify();
    }

    private void tamper(String statement) {
        transaction.executeWithoutResult(status -> {
            List<String> tables =
                    List.of("ledger_entry", "ledger_seal", "ledger_opening", "ledger_pending", "ledger_value");
            tables.forEach(table ->
                    jdbc.sql("alter table " + table + " disable trigger all").update());
            jdbc.sql(statement).update();
            tables.forEach(table ->
                    jdbc.sql("alter table " + table + " enable trigger all").update());
            List.of("ledger_entry", "ledger_seal")
                    .forEach(table -> jdbc.sql(
                                    "alter table " + table + " enable always trigger " + table + "_append_only")
                            .update());
            for (String table : List.of("ledger_value", "ledger_opening")) {
                for (String trigger : List.of("_only_erased", "_not_emptied")) {
                    jdbc.sql("alter table " + table + " enable always trigger " + table + trigger)
                            .update();
                }
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ComponentScan("fairnotice.ledger")
    static class Slice extends RealTables {

        @Bean
        @Override
        protected DataSource dataSource() {
            return DATABASE;
        }

        @Bean
        StaffEvidence serving() {
            return username -> username.equals("serving")
                    ? Optional.of(Phrase.of("refused.erasure.account-active", "Serving"))
                    : Optional.empty();
        }

        /** Customer 18 has an open case; amounts stay. */
        @Bean
        CustomerEvidence evidence() {
            return new CustomerEvidence() {
                @Override
                public Optional<Phrase> whyNotYet(long customer) {
                    return customer == 18 ? Optional.of(Phrase.of("refused.erasure.case-open")) : Optional.empty();
                }

                @Override
                public boolean stays(String field) {
                    return field.equals("amount");
                }
            };
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
