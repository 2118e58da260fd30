package fairnotice.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.calendar.Period;
import fairnotice.ledger.Entry;
import fairnotice.refusal.Refused;
import fairnotice.register.RegisterDraft.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers that are kept in the browser. Ada and Ben are administrators of all registers. */
class KeepingRegistersTest {

    private static final Actor ADA = new Actor("ada", Set.of(Role.ADMIN));
    private static final Actor BEN = new Actor("ben", Set.of(Role.ADMIN));
    private static final Actor OTHERS = new Actor("otto", Map.of(Role.ADMIN, Scope.of("opsticket")));

    private static AnnotationConfigApplicationContext context;
    private static int number;

    private final DraftingRegister drafting = context.getBean(DraftingRegister.class);
    private final AddingRegister adding = context.getBean(AddingRegister.class);
    private final ChangingRegister changing = context.getBean(ChangingRegister.class);
    private final ConfirmingRegisterChange confirming = context.getBean(ConfirmingRegisterChange.class);
    private final ArchivingRegister archiving = context.getBean(ArchivingRegister.class);
    private final Registers registers = context.getBean(Registers.class);
    private final StoredRegisters stored = context.getBean(StoredRegisters.class);
    private final RegisterDatabase.SaidActivity activity = context.getBean(RegisterDatabase.SaidActivity.class);
    private final RegisterDatabase.ListedLedger ledger = context.getBean(RegisterDatabase.ListedLedger.class);

    @BeforeAll
    static void begun() {
        context = new AnnotationConfigApplicationContext(RegisterDatabase.class);
        context.getBean(JdbcClient.class).sql("""
                insert into staff (username, name, email, password_hash, roles)
                select name, name, name || '@example.com', '{noop}x', array['ADMIN'] from unnest(array['ada', 'ben']) name
                """).update();
    }

    @AfterAll
    static void ended() {
        context.close();
    }

    @BeforeEach
    void nothing_said() {
        activity.announced = false;
        activity.underWay = false;
        ledger.entries.clear();
    }

    @Test
    void a_register_that_was_typed_is_published_as_if_it_were_a_files() {
        Register added = added();

        assertThat(registers.getById(added.id())).isEqualTo(added);
        assertThat(added.policy().version()).isEqualTo(1);
        assertThat(context.getBean(RegisterVersions.class).current(added.id()).entries())
                .extracting(Subprocessor::name)
                .containsExactly("Acme");
        assertThat(stored.read(added.id()).orElseThrow().isOfFile()).isFalse();
        assertThat(ledger.entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind() + " " + entry.subject() + " " + entry.actor())
                        .isEqualTo("register.added " + added.id() + " ada"))
                .satisfies(entry -> assertThat(entry.changes())
                        .extracting(Entry.ChangedField::field)
                        .contains("entries", "sender", "policy/notice/period/amount"));
    }

    @Test
    void a_draft_is_published_once_and_by_whoever_saw_it_as_it_is() {
        long id = drafting.begin(content(next()), ADA);
        drafting.save(id, 1, content(next()), BEN);

        assertThatThrownBy(() -> adding.add(id, 1, ADA)).hasMessageContaining("saved by somebody in the meantime");
        adding.add(id, 2, ADA);
        assertThatThrownBy(() -> adding.add(id, 3, ADA)).hasMessageContaining("not there any more");
    }

    @Test
    void what_is_wrong_is_told_all_at_once_and_nothing_is_published() {
        Content wrong = new Content(
                new TypedSettings("new", "", "opsticket", null, null, "CARDS", null, "x", "y@z", "", "red"),
                null,
                List.of(entry("Acme"), entry("acme")),
                null,
                null);
        long id = drafting.begin(wrong, ADA);

        assertThatThrownBy(() -> adding.add(id, 1, ADA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly(
                                        "name", "id", "prefix", "title", "sender", "replyTo", "accent", "promise"));
        assertThat(registers.all()).extracting(Register::id).doesNotContain("new");
        assertThatThrownBy(() -> adding.settings(settings("opsticket", "OPSTICKET")))
                .hasMessageContaining("OpsTicket has this address already.")
                .hasMessageContaining("References of OpsTicket begin so already.");
    }

    @Test
    void a_file_of_the_same_address_is_passed_over_from_then_on() {
        RegisterFiles files = context.getBean(RegisterFiles.class);
        Register taken = registers.getById("securicom");
        context.getBean(TakingOverRegister.class).takeOver("securicom", ADA);
        changing.changeSettings("securicom", 2, settings("ignored", "IGNORED"), ADA);

        Loaded loaded = context.getBean(TransactionTemplate.class)
                .execute(tx -> context.getBean(LoadingRegisters.class).load())
                .get(1);

        assertThat(files.all().get(1).register().title()).isEqualTo(taken.title());
        assertThat(loaded).isEqualTo(Loaded.passedOver("securicom"));
        assertThat(registers.getById("securicom").title()).isEqualTo("Vendors");
        assertThat(registers.getById("securicom").prefix()).isEqualTo("SECURICOM");
        assertThat(ledger.entries)
                .extracting(Entry::kind)
                .containsExactly("register.taken-over", "register.settings-changed");
    }

    @Test
    void what_a_file_says_is_not_changed_here() {
        assertThatThrownBy(() -> changing.changeSettings("opsticket", 1, settings("x", "X"), ADA))
                .hasMessageContaining("come from its file");
    }

    @Test
    void a_promise_that_nobody_was_told_of_is_changed_alone_and_becomes_a_new_version() {
        Register added = added();

        assertThat(changing.changePromise(added.id(), 1, promise("20 days"), ADA))
                .isTrue();

        assertThat(registers.getById(added.id()).policy().objection().period()).isEqualTo(Period.days(20));
        assertThat(registers.getById(added.id()).policy().version()).isEqualTo(2);
        assertThat(registers.policy(added.id(), 1)).isEqualTo(added.policy());
        assertThatThrownBy(() -> changing.changePromise(added.id(), 1, promise("25 days"), ADA))
                .hasMessageContaining("changed in the meantime");
        assertThatThrownBy(() -> changing.changePromise(added.id(), 2, promise("20 days"), ADA))
                .hasMessageContaining("Nothing is different");
    }

    @Test
    void once_customers_were_told_a_promise_and_an_address_take_two_and_a_title_one() {
        Register added = added();
        activity.announced = true;
        Register retitled =
                RegisterBuilder.builder(added).title("Another title").build();

        assertThat(changing.changeSettings(added.id(), 1, TypedSettings.of(retitled), ADA))
                .isTrue();
        assertThat(changing.changePromise(added.id(), 2, promise("20 days"), ADA))
                .isFalse();

        assertThat(registers.getById(added.id()).policy()).isEqualTo(added.policy());
        RegisterRequest waiting = confirming.waiting(added.id()).orElseThrow();
        assertThatThrownBy(() -> changing.changePromise(added.id(), 2, promise("25 days"), BEN))
                .hasMessageContaining("waits for an administrator");
        assertThatThrownBy(() -> confirming.confirm(added.id(), waiting.id(), ADA))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.because()).isEqualTo(Refused.Because.NOT_ALLOWED));
        assertThatThrownBy(() -> confirming.confirm(added.id(), waiting.id() + 1, BEN))
                .hasMessageContaining("does not wait any more");

        confirming.confirm(added.id(), waiting.id(), BEN);

        assertThat(registers.getById(added.id()).policy().objection().period()).isEqualTo(Period.days(20));
        assertThat(ledger.entries.get(ledger.entries.size() - 1).content())
                .containsEntry("askedBy", "ada")
                .doesNotContainKey("singleHanded");
        assertThatThrownBy(() -> confirming.confirm(added.id(), waiting.id(), BEN))
                .hasMessageContaining("does not wait any more");
    }

    @Test
    void whoever_asked_takes_it_back_and_another_refuses_it() {
        Register added = added();
        activity.announced = true;

        changing.changePromise(added.id(), 1, promise("20 days"), ADA);
        confirming.refuse(
                added.id(), confirming.waiting(added.id()).orElseThrow().id(), ADA);
        changing.changePromise(added.id(), 1, promise("20 days"), ADA);
        confirming.refuse(
                added.id(), confirming.waiting(added.id()).orElseThrow().id(), BEN);

        assertThat(registers.getById(added.id())).isEqualTo(added);
        assertThat(ledger.entries)
                .extracting(Entry::kind)
                .containsExactly(
                        "register.added",
                        "register.change-asked",
                        "register.change-withdrawn",
                        "register.change-asked",
                        "register.change-refused");
    }

    @Test
    void a_register_is_archived_when_nothing_is_under_way_and_brought_back() {
        Register added = added();
        activity.underWay = true;
        assertThatThrownBy(() -> archiving.archive(added.id(), ADA)).hasMessageContaining("is not over");
        activity.underWay = false;

        archiving.archive(added.id(), ADA);

        assertThat(registers.getById(added.id()).archivedAt()).isEqualTo(RegisterDatabase.LOADED_AT);
        assertThatThrownBy(() -> archiving.archive(added.id(), ADA)).hasMessageContaining("is archived");
        archiving.bringBack(added.id(), ADA);
        assertThat(registers.getById(added.id())).isEqualTo(added);
        assertThatThrownBy(() -> archiving.bringBack(added.id(), ADA)).hasMessageContaining("is in use");
    }

    @Test
    void only_administrators_keep_registers_and_only_those_of_all_add_one() {
        assertThatThrownBy(() -> drafting.begin(Content.blank(), OTHERS)).hasMessageContaining("of all registers");
        assertThatThrownBy(() -> drafting.all(new Actor("lena", Set.of(Role.LEGAL))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> changing.changePromise("securicom", 1, promise("20 days"), OTHERS))
                .hasMessageContaining("by its administrators");
        assertThatThrownBy(() -> archiving.archive("securicom", OTHERS)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> context.getBean(TakingOverRegister.class).takeOver("opsticket", OTHERS))
                .isInstanceOf(Refused.class);
    }

    /** Another node added it: this one remembers what there was. */
    @Test
    void what_another_node_added_is_there_once_this_one_looks_again() {
        registers.all();
        context.getBean(JdbcClient.class).sql("""
                insert into register (id, prefix, settings, policy_version)
                select 'elsewhere', 'ELSEWHERE', settings || '{"id": "elsewhere"}', 1 from register where id = 'opsticket';
                insert into register_policy (register, version, policy, loaded_at)
                select 'elsewhere', 1, policy, loaded_at from register_policy where register = 'opsticket' and version = 1
                """).update();
        assertThat(registers.find("elsewhere")).isEmpty();

        context.getBeansOfType(RegisterMemory.class).values().forEach(RegisterMemory::refresh);

        assertThat(registers.find("elsewhere")).isPresent();
    }

    private Register added() {
        return adding.add(drafting.begin(content(next()), ADA), 1, ADA);
    }

    private static int next() {
        return ++number;
    }

    private static Content content(int number) {
        return new Content(
                settings("acme-" + number, "ACME" + number), null, List.of(entry("Acme")), null, promise("15 days"));
    }

    private static TypedSettings settings(String id, String prefix) {
        return new TypedSettings(
                id,
                "Acme",
                prefix,
                "Vendors",
                "One.\n\nTwo.",
                "CARDS",
                null,
                "news@acme.example",
                "legal@acme.example",
                null,
                "#112233");
    }

    private static Subprocessor entry(String name) {
        return SubprocessorBuilder.builder().name(name).build();
    }

    private static TypedPromise promise(String objection) {
        return TypedPromiseBuilder.builder(PromiseTemplate.NOTICE_30_OBJECT_15_REFUND.typed(null))
                .clause("DPA §5")
                .objection(objection)
                .build();
    }
}
