package fairnotice.register;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Period;
import fairnotice.timekeeping.NodeClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class LoadingRegistersTest {

    private AnnotationConfigApplicationContext context;
    private Registers registers;
    private RegisterVersions versions;

    @BeforeEach
    void loaded_once() {
        context = new AnnotationConfigApplicationContext(RegisterDatabase.class);
        registers = context.getBean(Registers.class);
        versions = context.getBean(RegisterVersions.class);
    }

    @AfterEach
    void closed() {
        context.close();
    }

    @Test
    void the_first_load_publishes_version_one_of_each_register_under_policy_version_one() {
        assertThat(registers.all()).extracting(Register::id).containsExactly("opsticket", "securicom");
        assertThat(registers.getById("opsticket").policy().version()).isEqualTo(1);
        assertThat(versions.current("opsticket").number()).isEqualTo(1);
        assertThat(versions.current("opsticket").entries()).hasSize(11);
        assertThat(versions.current("securicom").entries()).hasSize(5);
        assertThat(versions.current("securicom").publishedAt()).isEqualTo(RegisterDatabase.LOADED_AT);
        assertThat(context.getBean(RegisterDatabase.ListedLedger.class).entries)
                .extracting(entry -> entry.kind() + " " + entry.subject())
                .containsExactly("register.loaded opsticket", "register.loaded securicom");
    }

    /** To a clock 40 days ahead version 1 would be published in the future. */
    @Test
    void a_node_whose_clock_is_wrong_loads_the_files_when_it_is_right() {
        Clock database = Clock.systemUTC();
        AtomicReference<Duration> moved = new AtomicReference<>(Duration.ofDays(40));
        NodeClock node = new NodeClock(
                () -> database.instant().plus(moved.get()), database::instant, System::nanoTime, Duration.ofSeconds(5));
        try (AnnotationConfigApplicationContext early = new AnnotationConfigApplicationContext()) {
            early.register(RegisterDatabase.class);
            early.registerBean("movedClock", NodeClock.class, () -> node, bean -> bean.setPrimary(true));
            early.refresh();
            RegisterVersions loaded = early.getBean(RegisterVersions.class);
            assertThat(loaded.number("opsticket", 1)).isEmpty();

            moved.set(Duration.ZERO);

            Awaitility.await().until(() -> loaded.number("securicom", 1).isPresent());
        }
    }

    @Test
    void what_was_stored_reads_back_as_it_was_in_the_file() {
        RegisterFile file = files().get(0);

        assertThat(registers.getById("opsticket"))
                .isEqualTo(file.register().promising(file.register().policy().numbered(1)));
        assertThat(versions.number("opsticket", 1))
                .get()
                .extracting(RegisterVersion::entries, RegisterVersion::history)
                .containsExactly(file.entries(), file.history());
    }

    @Test
    void loading_the_same_file_again_changes_nothing() {
        assertThat(load(files()))
                .containsExactly(
                        new Loaded("opsticket", false, false, null, false),
                        new Loaded("securicom", false, false, null, false));
    }

    @Test
    void a_changed_policy_becomes_a_new_version_and_the_old_one_stays() {
        RegisterFile file = files().get(0);
        NoticePolicy longer = withObjection(file.register().policy(), Period.days(20));

        Loaded loaded = load(List.of(
                        new RegisterFile(file.register().promising(longer), file.entries(), file.history())))
                .get(0);

        assertThat(loaded).isEqualTo(new Loaded("opsticket", false, false, 2, false));
        assertThat(registers.getById("opsticket").policy().objection().period()).isEqualTo(Period.days(20));
        assertThat(registers.policy("opsticket", 1).objection().period()).isEqualTo(Period.days(15));
        assertThat(registers.policy("opsticket", 2)).isEqualTo(longer.numbered(2));
    }

    @Test
    void changed_page_settings_are_taken_over() {
        RegisterFile file = files().get(1);
        Register retitled = titled(file.register(), "Our sub-processors");

        Loaded loaded = load(List.of(new RegisterFile(retitled, file.entries(), file.history())))
                .get(0);

        assertThat(loaded).isEqualTo(new Loaded("securicom", false, true, null, false));
        assertThat(registers.getById("securicom").title()).isEqualTo("Our sub-processors");
    }

    @Test
    void changed_entries_are_reported_and_the_published_list_stays() {
        RegisterFile file = files().get(0);
        List<Subprocessor> fewer = file.entries().subList(0, 10);

        Loaded loaded = load(List.of(new RegisterFile(file.register(), fewer, file.history())))
                .get(0);

        assertThat(loaded.listIgnored()).isTrue();
        assertThat(versions.all("opsticket")).hasSize(1);
        assertThat(versions.current("opsticket").entries()).hasSize(11);
    }

    @Test
    void an_untouched_file_asks_for_nothing_after_the_list_has_moved_on() {
        RegisterVersion first = versions.current("opsticket");
        HistoryEntry line = new HistoryEntry(LocalDate.of(2026, 8, 1), HistoryTag.REMOVED, "Crisp is gone.", "OPS-1");
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(tx -> versions.add(new RegisterVersion(
                        "opsticket", 2, first.publishedAt(), first.entries().subList(0, 6), List.of(line), "OPS-1")));

        assertThat(load(files()).get(0).listIgnored()).isFalse();
    }

    @Test
    void an_entry_written_with_fields_of_a_later_day_or_without_those_of_today_still_reads() {
        context.getBean(JdbcClient.class).sql("""
                        insert into register_version (register, number, published_at, entries, history)
                        values ('opsticket', 2, now(), '[{"name":"Acme","certifiedBy":"someone"}]', '[]')
                        """).update();

        assertThat(versions.number("opsticket", 2).orElseThrow().entry("acme"))
                .hasValueSatisfying(acme -> assertThat(acme.excludable()).isFalse());
    }

    private List<RegisterFile> files() {
        return context.getBean(RegisterFiles.class).all();
    }

    private List<Loaded> load(List<RegisterFile> files) {
        LoadingRegisters loading = new LoadingRegisters(
                () -> files,
                context.getBean(StoredRegisters.class),
                versions,
                context.getBean(TakingInRegister.class),
                context.getBean(RegisterDatabase.ListedLedger.class),
                context.getBean(Clock.class));
        return context.getBean(TransactionTemplate.class).execute(tx -> loading.load());
    }

    private static Register titled(Register one, String title) {
        return RegisterBuilder.builder(one).title(title).build();
    }

    private static NoticePolicy withObjection(NoticePolicy one, Period period) {
        return NoticePolicyBuilder.builder(one)
                .objection(one.objection().withPeriod(period, one.clause()))
                .build();
    }
}
