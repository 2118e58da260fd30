package fairnotice.access;

import static fairnotice.access.Trying.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * fay is of finance, and away; lea is of legal; ann and bob are administrators for all registers. By the clock it is 2 March 2026; who stands in
 * today is told by the real day.
 */
@SpringJUnitConfig(AccessTest.Slice.class)
class AbsenceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Map<Role, Scope> ADMIN = Map.of(Role.ADMIN, Scope.ALL);
    private static final Map<Role, Scope> FINANCE =
            Map.of(Role.FINANCE, Scope.of("opsticket"), Role.PROPOSER, Scope.ALL, Role.AUDITOR, Scope.ALL);

    @Autowired
    private ArrangingAbsence arranging;

    @Autowired
    private DeactivatingStaffAccount deactivating;

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Actor ann = new Actor("ann-" + run, ADMIN);
    private final Actor bob = new Actor("bob-" + run, ADMIN);
    private final Actor fay = new Actor("fay-" + run, FINANCE);
    private final Actor lea = new Actor("lea-" + run, Map.of(Role.LEGAL, Scope.ALL));

    @BeforeEach
    void staff() {
        List.of("staff_absence", "staff_request", "api_token", "staff_role_register", "staff")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        List.of(ann, fay, lea).forEach(this::hire);
    }

    private void hire(Actor actor) {
        hiring.hire(new Staff(actor.id(), "Name", "a@example.com", actor.held()), "{noop}x", Actor.SYSTEM);
    }

    @Test
    void the_deputy_acts_with_the_roles_of_who_is_away_and_under_their_own_name() {
        assertThat(arranging.arrange(fay.id(), away(lea), fay)).isFalse();
        assertThat(roles(lea)).isEqualTo(lea.held());

        arranging.confirm(fay.id(), waiting(), ann);
        untilToday();

        assertThat(roles(lea))
                .isEqualTo(
                        Map.of(Role.LEGAL, Scope.ALL, Role.FINANCE, Scope.of("opsticket"), Role.PROPOSER, Scope.ALL));
        assertThat(directory.having(Role.FINANCE, "opsticket"))
                .extracting(Staff::username)
                .containsExactly(fay.id(), lea.id());
        assertThat(directory.having(Role.FINANCE, "securicom")).isEmpty();
        assertThat(history()).endsWith("staff.absence-asked", "staff.absence-confirmed");
        assertThat(last().content())
                .containsEntry("deputy", lea.id())
                .containsEntry("askedBy", fay.id())
                .containsEntry("firstDay", "2026-03-02");
    }

    /** Administrators see what an account holds of itself, and change that. */
    @Test
    void what_is_lent_is_not_of_the_account() {
        lend();

        assertThat(accounts.find(lea.id()).orElseThrow().staff().held()).isEqualTo(lea.held());
    }

    @Test
    void it_counts_on_its_days_alone() {
        lend();
        jdbc.sql("update staff_absence set first_day = current_date + 2, last_day = current_date + 3")
                .update();
        assertThat(roles(lea)).isEqualTo(lea.held());

        jdbc.sql("update staff_absence set first_day = current_date - 3, last_day = current_date - 2")
                .update();

        assertThat(roles(lea)).isEqualTo(lea.held());
    }

    @Test
    void whoever_asked_does_not_confirm() {
        hire(bob);
        arranging.arrange(fay.id(), away(lea), ann);

        assertThat(refused(() -> arranging.confirm(fay.id(), waiting(), ann))).containsExactly("refused.two-people");
        assertThat(refused(() -> arranging.confirm(fay.id(), waiting(), lea)))
                .containsExactly("refused.staff.administrators");
        arranging.confirm(fay.id(), waiting(), bob);
        assertThat(refused(() -> arranging.confirm(fay.id(), waiting(), bob)))
                .containsExactly("refused.staff.waits-no-more");
    }

    @Test
    void what_gives_nothing_more_and_what_the_only_administrator_arranges_counts_at_once() {
        Actor fred = new Actor("fred-" + run, FINANCE);
        hire(fred);

        assertThat(arranging.arrange(fay.id(), away(fred), fay)).isTrue();
        assertThat(arranging.arrange(lea.id(), away(fay), ann)).isTrue();
    }

    @Test
    void it_ends_when_it_is_taken_back_and_with_either_account() {
        lend();
        arranging.end(fay.id(), fay);
        assertThat(roles(lea)).isEqualTo(lea.held());
        assertThat(refused(() -> arranging.end(fay.id(), fay))).containsExactly("refused.absence.none");

        lend();
        deactivating.dismiss(fay.id(), ann);

        assertThat(roles(lea)).isEqualTo(lea.held());
        assertThat(arranging.of(fay.id())).isNull();
    }

    @Test
    void nobody_arranges_it_for_a_colleague_but_an_administrator() {
        assertThat(refused(() -> arranging.arrange(fay.id(), away(lea), lea)))
                .containsExactly("refused.staff.administrators");
        assertThat(refused(() -> arranging.end(fay.id(), lea))).containsExactly("refused.staff.administrators");
    }

    /** Alone it would count at once: an administrator would approve and pay refunds by a colleague's holiday. */
    @Test
    void nobody_makes_themselves_the_deputy_of_a_colleague() {
        assertThat(refused(() -> arranging.arrange(fay.id(), away(ann), ann)))
                .containsExactly("deputy refused.absence.oneself");
        assertThat(roles(ann)).isEqualTo(ADMIN);

        assertThat(arranging.arrange(fay.id(), away(ann), fay)).isFalse();
    }

    @Test
    void every_problem_is_told_and_nothing_is_arranged() {
        assertThat(refused(() -> arranging.arrange(fay.id(), new TypedAbsence(null, null, null), fay)))
                .containsExactly(
                        "firstDay refused.absence.day", "lastDay refused.absence.day", "deputy refused.absence.deputy");
        assertThat(refused(
                        () -> arranging.arrange(fay.id(), new TypedAbsence(fay.id(), FIRST, FIRST.minusDays(1)), fay)))
                .containsExactly(
                        "lastDay refused.absence.turned", "lastDay refused.absence.over", "deputy refused.absence.own");
        assertThat(refused(() -> arranging.arrange(
                        fay.id(),
                        new TypedAbsence("nobody", FIRST, FIRST.plusYears(1).plusDays(1)),
                        fay)))
                .containsExactly("lastDay refused.absence.long", "deputy refused.absence.deputy");
        assertThat(arranging.of(fay.id())).isNull();
    }

    private static TypedAbsence away(Actor deputy) {
        return new TypedAbsence(deputy.id(), FIRST, FIRST.plusDays(6));
    }

    private void lend() {
        arranging.arrange(fay.id(), away(lea), fay);
        arranging.confirm(fay.id(), waiting(), ann);
        untilToday();
    }

    private void untilToday() {
        jdbc.sql(
                        "update staff_absence set first_day = (now() at time zone 'UTC')::date, last_day = (now() at time zone 'UTC')::date + 1")
                .update();
    }

    private long waiting() {
        return arranging.of(fay.id()).id();
    }

    private Map<Role, Scope> roles(Actor of) {
        return directory.findByUsername(of.id()).orElseThrow().held();
    }

    private List<String> history() {
        return ledger.about("STAFF-" + fay.id()).stream().map(Recorded::kind).toList();
    }

    private Recorded last() {
        List<Recorded> all = ledger.about("STAFF-" + fay.id());
        return all.get(all.size() - 1);
    }
}
