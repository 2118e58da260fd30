package fairnotice.access;

import static fairnotice.access.Trying.atOnce;
import static fairnotice.access.Trying.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** ann and bob are administrators for all registers, lea is of the legal group. */
@SpringJUnitConfig(AccessTest.Slice.class)
class StaffAccountsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String PASSWORD = "four words and a stone";
    private static final UnaryOperator<String> HASH = password -> "{noop}" + UUID.randomUUID() + password;
    private static final Map<Role, Scope> LEGAL = Map.of(Role.LEGAL, Scope.ALL);
    private static final Map<Role, Scope> ADMIN = Map.of(Role.ADMIN, Scope.ALL);

    @Autowired
    private AddingStaffAccount adding;

    @Autowired
    private ChangingStaffAccount changing;

    @Autowired
    private DeactivatingStaffAccount deactivating;

    @Autowired
    private ConfirmingStaffChange confirming;

    @Autowired
    private ReadingStaffAccounts reading;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private ChoosingPassword choosing;

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private StaffRequests requests;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Actor ann = administrator("ann-" + run);
    private final Actor bob = administrator("bob-" + run);
    private final String lea = "lea-" + run;
    private final String nora = "nora-" + run;

    private static Actor administrator(String username) {
        return new Actor(username, Set.of(Role.ADMIN));
    }

    @BeforeEach
    void staff() {
        List.of("staff_absence", "staff_request", "api_token", "staff_role_register", "staff")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        hire(ann.id(), ADMIN);
        hire(bob.id(), ADMIN);
        hire(lea, LEGAL);
    }

    private void hire(String username, Map<Role, Scope> held) {
        hiring.hire(new Staff(username, "Name", username + "@example.com", held), HASH.apply(""), Actor.SYSTEM);
    }

    // ---- two people

    @Test
    void a_new_account_waits_for_another_administrator() {
        assertThat(adding.add(typed(nora, LEGAL), ann)).isFalse();

        assertThat(accounts.find(nora)).isEmpty();
        assertThat(refused(() -> confirming.confirm(nora, waiting(nora), ann))).containsExactly("refused.two-people");
        assertThat(confirming.confirm(nora, waiting(nora), bob).isInvited()).isTrue();

        assertThat(accounts.find(nora).orElseThrow().staff().held()).isEqualTo(LEGAL);
        assertThat(history(nora)).containsExactly("staff.change-asked", "staff.hired");
        assertThat(last(nora).actor()).isEqualTo(bob.id());
        assertThat(last(nora).content()).containsEntry("askedBy", ann.id()).doesNotContainKey("singleHanded");
    }

    @Test
    void whoever_is_alone_adds_at_once_and_the_ledger_says_so() {
        alone(ann);

        assertThat(adding.add(typed(nora, ADMIN), ann)).isTrue();

        assertThat(last(nora).content()).containsEntry("singleHanded", "true");
        assertThat(adding.add(typed(nora + "2", LEGAL), ann))
                .as("nora has never chosen a password")
                .isTrue();
        choose(invited(nora, ann));
        assertThat(adding.add(typed(nora + "3", LEGAL), ann)).isFalse();
    }

    @Test
    void nobody_becomes_the_only_one_by_making_a_colleague_inactive() {
        deactivating.dismiss(bob.id(), ann);
        assertThat(adding.add(typed(nora, LEGAL), ann)).isFalse();
        assertThat(refused(() -> confirming.confirm(nora, waiting(nora), ann))).containsExactly("refused.and");
        confirming.refuse(nora, waiting(nora), ann);

        lastThere(bob, 13);
        assertThat(adding.add(typed(nora, LEGAL), ann)).isFalse();
        confirming.refuse(nora, waiting(nora), ann);

        lastThere(bob, 15);
        assertThat(adding.add(typed(nora, LEGAL), ann)).isTrue();
    }

    @Test
    void nobody_becomes_the_only_one_by_taking_the_role_away() {
        assertThat(changing.change(typed(bob.id(), LEGAL), epoch(bob.id()), ann))
                .isFalse();
        assertThat(accounts.find(bob.id()).orElseThrow().staff().held())
                .as("until the new role is confirmed")
                .isEmpty();

        assertThat(refused(() -> confirming.confirm(bob.id(), waiting(bob.id()), ann)))
                .containsExactly("refused.and");
        assertThat(adding.add(typed(nora, ADMIN), ann)).isFalse();
    }

    private void lastThere(Actor administrator, int daysAgo) {
        jdbc.sql("update staff set administrator_until = now() - :days * interval '1 day' where username = :who")
                .param("days", daysAgo)
                .param("who", administrator.id())
                .update();
    }

    private void alone(Actor administrator) {
        jdbc.sql("delete from staff where username <> :who and 'ADMIN' = any (roles)")
                .param("who", administrator.id())
                .update();
    }

    @Test
    void what_gives_more_waits_and_what_takes_away_counts_at_once() {
        Map<Role, Scope> wanted = Map.of(Role.LEGAL, Scope.of("opsticket"), Role.FINANCE, Scope.ALL);
        TypedAccount typed = new TypedAccount(lea, "Lea Brandt", "lea@new.example", wanted);

        assertThat(changing.change(typed, epoch(lea), ann)).isFalse();

        Staff now = accounts.find(lea).orElseThrow().staff();
        assertThat(now.name()).isEqualTo("Lea Brandt");
        assertThat(now.email()).isEqualTo(lea + "@example.com");
        assertThat(now.held()).isEqualTo(Map.of(Role.LEGAL, Scope.of("opsticket")));
        assertThat(refused(() -> changing.change(typed, epoch(lea), bob))).containsExactly("refused.staff.waits");

        Staff then = confirming.confirm(lea, waiting(lea), bob).staff();
        assertThat(then).isEqualTo(new Staff(lea, "Lea Brandt", "lea@new.example", wanted));
        assertThat(history(lea)).containsExactly("staff.hired", "staff.changed", "staff.change-asked", "staff.changed");
    }

    @Test
    void what_was_taken_away_meanwhile_does_not_come_back_by_a_confirmation() {
        changing.change(typed(lea, Map.of(Role.LEGAL, Scope.ALL, Role.FINANCE, Scope.ALL)), epoch(lea), ann);
        changing.change(typed(lea, Map.of(Role.LEGAL, Scope.of("opsticket"))), epoch(lea), bob);

        Staff then = confirming.confirm(lea, waiting(lea), bob).staff();

        assertThat(then.held()).isEqualTo(Map.of(Role.LEGAL, Scope.of("opsticket"), Role.FINANCE, Scope.ALL));
    }

    @Test
    void a_role_for_one_register_more_waits_and_for_one_less_does_not() {
        hire(lea, Map.of(Role.LEGAL, Scope.of("opsticket", "securicom")));

        assertThat(changing.change(typed(lea, Map.of(Role.LEGAL, Scope.of("securicom", "third"))), epoch(lea), ann))
                .isFalse();
        assertThat(accounts.find(lea).orElseThrow().staff().held())
                .isEqualTo(Map.of(Role.LEGAL, Scope.of("securicom")));
        assertThat(changing.change(typed(ann.id(), ADMIN), epoch(ann.id()), ann))
                .as("the own name")
                .isTrue();
    }

    @Test
    void an_activation_waits_and_brings_back_what_was_there() {
        deactivating.dismiss(lea, ann);
        assertThat(accounts.find(lea).orElseThrow().inactiveSince()).isEqualTo(NOW);

        assertThat(changing.activate(lea, ann)).isFalse();
        assertThat(accounts.find(lea).orElseThrow().active()).isFalse();
        assertThat(refused(() -> confirming.confirm(lea, waiting(lea), ann))).containsExactly("refused.two-people");
        StaffAccount again = confirming.confirm(lea, waiting(lea), bob);

        assertThat(again.active()).isTrue();
        assertThat(again.inactiveSince()).isNull();
        assertThat(again.staff().held()).isEqualTo(LEGAL);
        assertThat(history(lea))
                .containsExactly("staff.hired", "staff.dismissed", "staff.activation-asked", "staff.activated");
        assertThat(refused(() -> changing.activate(lea, ann))).containsExactly("refused.staff.active");
    }

    @Test
    void what_waits_is_refused_by_another_or_taken_back_by_who_asked() {
        adding.add(typed(nora, LEGAL), ann);
        confirming.refuse(nora, waiting(nora), bob);
        adding.add(typed(nora, LEGAL), ann);
        confirming.refuse(nora, waiting(nora), ann);

        assertThat(requests.find(nora)).isEmpty();
        assertThat(history(nora))
                .containsExactly(
                        "staff.change-asked",
                        "staff.request-refused",
                        "staff.change-asked",
                        "staff.request-taken-back");
        assertThat(refused(() -> confirming.refuse(nora, 0, ann))).containsExactly("refused.staff.waits-no-more");
    }

    @Test
    void only_what_was_looked_at_is_confirmed_and_only_once() {
        adding.add(typed(nora, LEGAL), ann);
        long seen = waiting(nora);
        confirming.refuse(nora, seen, ann);
        adding.add(typed(nora, ADMIN), ann);

        assertThat(refused(() -> confirming.confirm(nora, seen, bob))).containsExactly("refused.staff.waits-no-more");
        long now = waiting(nora);
        confirming.confirm(nora, now, bob);
        assertThat(refused(() -> confirming.confirm(nora, now, bob))).containsExactly("refused.staff.waits-no-more");
    }

    @Test
    void of_many_confirmations_at_once_one_counts() throws Exception {
        adding.add(typed(nora, LEGAL), ann);
        long seen = waiting(nora);

        List<String> answers = atOnce(IntStream.range(0, 6)
                .<Callable<String>>mapToObj(n -> () -> refused(() -> confirming.confirm(nora, seen, bob)).stream()
                        .findFirst()
                        .orElse("confirmed"))
                .toList());

        assertThat(answers).containsOnlyOnce("confirmed");
        assertThat(Collections.frequency(answers, "refused.staff.waits-no-more"))
                .isEqualTo(5);
    }

    @Test
    void what_waits_of_an_account_is_over_when_it_is_deactivated() {
        changing.change(typed(lea, ADMIN), epoch(lea), ann);
        long seen = waiting(lea);
        deactivating.dismiss(lea, bob);

        assertThat(refused(() -> confirming.confirm(lea, seen, bob))).containsExactly("refused.staff.waits-no-more");
        assertThat(refused(() -> changing.change(typed(lea, LEGAL), epoch(lea), ann)))
                .containsExactly("refused.staff.inactive");
        assertThat(refused(() -> deactivating.dismiss(lea, bob))).containsExactly("refused.staff.inactive");
    }

    // ---- who

    @Test
    void only_administrators_of_all_registers_keep_accounts() {
        adding.add(typed(nora, LEGAL), ann);
        long seen = waiting(nora);
        for (Actor actor : List.of(
                new Actor(lea, LEGAL),
                new Actor("aud", Set.of(Role.AUDITOR)),
                new Actor("of-one", Map.of(Role.ADMIN, Scope.of("opsticket"))))) {
            for (Runnable step : List.<Runnable>of(
                    () -> adding.add(typed("x" + run, LEGAL), actor),
                    () -> changing.change(typed(lea, LEGAL), epoch(lea), actor),
                    () -> changing.activate(lea, actor),
                    () -> deactivating.dismiss(lea, actor),
                    () -> confirming.confirm(nora, seen, actor),
                    () -> confirming.refuse(nora, seen, actor),
                    () -> links.invite(nora, actor, NOW))) {
                assertThat(refused(step)).as(actor.id()).containsExactly("refused.staff.administrators");
            }
        }
        assertThat(reading.all(new Actor("aud", Set.of(Role.AUDITOR)))).hasSize(4);
        assertThat(refused(() -> reading.all(new Actor(lea, LEGAL)))).containsExactly("refused.staff.readers");
        assertThat(refused(() -> reading.member(lea, new Actor("of-one", Map.of(Role.AUDITOR, Scope.of("opsticket"))))))
                .containsExactly("refused.staff.readers");
    }

    @Test
    void whoever_was_deactivated_meanwhile_takes_no_step_more() {
        adding.add(typed(nora, LEGAL), ann);
        long seen = waiting(nora);
        deactivating.dismiss(bob.id(), ann);

        assertThat(refused(() -> confirming.confirm(nora, seen, bob))).containsExactly("refused.staff.administrators");
        assertThat(refused(() -> deactivating.dismiss(ann.id(), bob))).containsExactly("refused.staff.administrators");
    }

    @Test
    void nobody_changes_the_own_roles() {
        Map<Role, Scope> more = Map.of(Role.ADMIN, Scope.ALL, Role.LEGAL, Scope.ALL);

        assertThat(refused(() -> changing.change(typed(ann.id(), more), epoch(ann.id()), ann)))
                .containsExactly("held refused.staff.own-roles");
        assertThat(refused(() -> changing.change(typed(ann.id(), LEGAL), epoch(ann.id()), ann)))
                .containsExactly("held refused.staff.own-roles");
    }

    @Test
    void the_last_administrator_stays() {
        deactivating.dismiss(bob.id(), ann);

        assertThat(refused(() -> deactivating.dismiss(ann.id(), ann)))
                .containsExactly("refused.staff.last-administrator");
        assertThat(refused(() -> changing.change(typed(ann.id(), LEGAL), epoch(ann.id()), Actor.SYSTEM)))
                .containsExactly("held refused.staff.last-administrator");
        assertThat(accounts.find(ann.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void one_who_never_chose_a_password_does_not_make_another_dispensable() {
        alone(ann);
        adding.add(typed(nora, ADMIN), ann);

        assertThat(refused(() -> deactivating.dismiss(ann.id(), ann)))
                .containsExactly("refused.staff.last-administrator");
        choose(invited(nora, ann));
        deactivating.dismiss(ann.id(), ann);
        assertThat(directory.all()).extracting(Staff::username).contains(nora).doesNotContain(ann.id());
    }

    @Test
    void two_who_deactivate_each_other_or_themselves_leave_one() throws Exception {
        for (int round = 0; round < 5; round++) {
            staff();
            boolean themselves = round % 2 == 0;
            List<String> answers = atOnce(List.of(
                    () -> dismissed(themselves ? ann.id() : bob.id(), ann),
                    () -> dismissed(themselves ? bob.id() : ann.id(), bob)));
            assertThat(answers).containsOnlyOnce("done");
        }
    }

    private String dismissed(String username, Actor by) {
        List<String> why = refused(() -> deactivating.dismiss(username, by));
        return why.isEmpty() ? "done" : why.get(0);
    }

    // ---- what was typed

    @Test
    void a_user_name_that_somebody_has_had_or_is_to_get_is_taken() {
        deactivating.dismiss(lea, ann);
        adding.add(typed(nora, LEGAL), ann);

        for (String taken : List.of(lea, nora, bob.id(), " " + lea.toUpperCase())) {
            assertThat(refused(() -> adding.add(typed(taken, LEGAL), ann)))
                    .containsExactly("username refused.staff.taken");
        }
    }

    @Test
    void every_problem_is_told_at_once() {
        assertThat(refused(() -> adding.add(new TypedAccount("A b", " ", "x@localhost", Map.of()), ann)))
                .containsExactly(
                        "name refused.text.missing",
                        "email refused.setup.email",
                        "username refused.setup.username",
                        "held refused.staff.no-role");
        assertThat(refused(() -> changing.change(typed(lea, ADMIN), epoch(lea) - 1, ann)))
                .containsExactly("refused.staff.changed-again");
    }

    // ---- passwords

    @Test
    void a_link_chooses_one_password_once_and_ends_all_sessions() {
        int before = epoch(lea);
        String link = forgotten(lea);

        choose(link);

        assertThat(directory.credential(lea).orElseThrow().passwordHash()).endsWith(PASSWORD);
        assertThat(epoch(lea)).isGreaterThan(before);
        assertThat(refused(() -> choose(link))).containsExactly("refused.staff.link-over");
        assertThat(history(lea)).containsExactly("staff.hired", "staff.password-link-sent", "staff.password-chosen");
        assertThat(last(lea).actor()).isEqualTo(lea);
    }

    @Test
    void of_many_who_use_one_link_at_once_one_chooses() throws Exception {
        String link = forgotten(lea);

        List<String> answers = atOnce(IntStream.range(0, 6)
                .<Callable<String>>mapToObj(n ->
                        () -> refused(() -> choose(link)).stream().findFirst().orElse("chosen"))
                .toList());

        assertThat(answers).containsOnlyOnce("chosen");
    }

    @Test
    void a_link_is_over_after_its_time_and_when_the_account_is_another() {
        String link = forgotten(lea);
        assertThat(links.read(link, NOW.plus(Duration.ofMinutes(59)))).isPresent();
        assertThat(links.read(link, NOW.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(links.read(link + "A", NOW)).isEmpty();
        assertThat(links.read("nothing", NOW)).isEmpty();

        hiring.hire(new Staff(lea, "Name", "lea@new.example", LEGAL), hashOf(lea), Actor.SYSTEM);
        assertThat(links.read(link, NOW)).as("another address").isEmpty();
        String second = forgotten(lea);
        changing.change(typedAs(lea, "lea@new.example", Map.of(Role.LEGAL, Scope.of("opsticket"))), epoch(lea), ann);
        assertThat(links.read(second, NOW)).as("other roles").isEmpty();
        String third = forgotten(lea);
        deactivating.dismiss(lea, ann);
        assertThat(links.read(third, NOW)).as("deactivated").isEmpty();
        changing.activate(lea, ann);
        confirming.confirm(lea, waiting(lea), bob);
        assertThat(links.read(third, NOW)).as("activated again").isEmpty();
        assertThat(refused(() -> choose(third))).containsExactly("refused.staff.link-over");
    }

    @Test
    void an_invitation_works_for_seven_days_and_only_before_the_first_password() {
        adding.add(typed(nora, LEGAL), ann);
        confirming.confirm(nora, waiting(nora), bob);
        String link = invited(nora, ann);

        assertThat(links.read(link, NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
                .isPresent();
        assertThat(links.read(link, NOW.plus(Duration.ofDays(7)))).isEmpty();
        choose(link);
        assertThat(refused(() -> links.invite(nora, ann, NOW))).containsExactly("refused.staff.not-invited");
        assertThat(refused(() -> links.invite("nobody" + run, ann, NOW))).containsExactly("refused.staff.not-invited");
    }

    @Test
    void a_password_keeps_the_rules_and_a_link_survives_a_bad_one() {
        String link = forgotten(lea);

        assertThat(refused(() -> choosing.choose(link, new ChoosingPassword.Chosen("short", null), HASH, NOW)))
                .containsExactly("password refused.password.short", "again refused.password.differs");
        String address = lea + "@example.com";
        assertThat(refused(() -> choosing.choose(link, new ChoosingPassword.Chosen(address, address), HASH, NOW)))
                .containsExactly("password refused.password.guessed");
        choose(link);
    }

    @Test
    void nobody_signs_in_before_a_password_was_chosen() {
        String one = UnchosenPassword.hash();

        assertThat(one).matches("\\{bcrypt}\\$2a\\$10\\$[./A-Za-z0-9]{53}").isNotEqualTo(UnchosenPassword.hash());
    }

    private String hashOf(String username) {
        return directory.credential(username).orElseThrow().passwordHash();
    }

    private String forgotten(String username) {
        return links.forgotten(directory.findByUsername(username).orElseThrow(), NOW);
    }

    private String invited(String username, Actor by) {
        return links.invite(username, by, NOW);
    }

    private void choose(String link) {
        choosing.choose(link, new ChoosingPassword.Chosen(PASSWORD, PASSWORD), HASH, NOW);
    }

    // ----

    private static TypedAccount typed(String username, Map<Role, Scope> held) {
        return typedAs(username, username.strip().toLowerCase() + "@example.com", held);
    }

    private static TypedAccount typedAs(String username, String email, Map<Role, Scope> held) {
        return new TypedAccount(username, "Name", email, held);
    }

    private int epoch(String username) {
        return accounts.find(username).orElseThrow().epoch();
    }

    private long waiting(String username) {
        return requests.find(username).orElseThrow().id();
    }

    private List<String> history(String username) {
        return ledger.about("STAFF-" + username).stream().map(Recorded::kind).toList();
    }

    private Recorded last(String username) {
        List<Recorded> all = ledger.about("STAFF-" + username);
        return all.get(all.size() - 1);
    }
}
