package fairnotice.publisher;

import static fairnotice.access.Trying.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealTables;
import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** ann and bob are administrators for all registers. */
@SpringJUnitConfig(PublisherTest.Slice.class)
@TestPropertySource(properties = "server.port=8080")
class PublisherTest {

    private static final Actor ANN = new Actor("ann", Set.of(Role.ADMIN));
    private static final Actor BOB = new Actor("bob", Set.of(Role.ADMIN));
    private static final String OURS = "https://notices.example.com";

    @Autowired
    private ChangingPublisher changing;

    @Autowired
    private ConfirmingPublicAddress confirming;

    @Autowired
    private ReadingPublisher reading;

    @Autowired
    private PublicAddress address;

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void alone() {
        List.of("publisher", "staff_role_register", "staff")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        hire(ANN);
    }

    @Test
    void what_visitors_see_counts_at_once_and_the_history_says_who_set_it() {
        changing.change(typed("Acme", null), 0, ANN);

        assertThat(reading.publisher())
                .isEqualTo(new Publisher(1, "Acme", "https://acme.example/imprint", null, "#2457d6", null, null, null));
        assertThat(last().kind()).isEqualTo("publisher.changed");
        assertThat(last().actor()).isEqualTo("ann");
        assertThat(last().changes()).extracting("field").containsExactly("name", "imprint", "accent");
    }

    @Test
    void links_lead_to_this_machine_until_an_address_is_set() {
        changing.change(typed("Acme", null), 0, ANN);
        assertThat(address.to("/r/acme")).isEqualTo("http://localhost:8080/r/acme");

        changing.change(typed("Acme", OURS + "/"), 1, ANN);

        assertThat(address.to("/r/acme")).isEqualTo(OURS + "/r/acme");
        assertThat(address.authority()).isEqualTo("notices.example.com");
    }

    @Test
    void another_address_waits_for_another_administrator_and_the_rest_counts() {
        hire(BOB);

        assertThat(changing.change(typed("Acme", OURS), 0, ANN)).isFalse();

        assertThat(reading.publisher().name()).isEqualTo("Acme");
        assertThat(address.base()).isEqualTo("http://localhost:8080");
        assertThat(refused(() -> confirming.confirm(1, ANN))).containsExactly("refused.two-people");
        confirming.confirm(1, BOB);
        assertThat(address.base()).isEqualTo(OURS);
        assertThat(last().kind()).isEqualTo("publisher.address-confirmed");
        assertThat(last().content()).containsEntry("askedBy", "ann");
        assertThat(refused(() -> confirming.confirm(2, BOB))).containsExactly("refused.publisher.waits-no-more");
    }

    @Test
    void what_waits_stays_while_the_rest_is_changed_and_is_confirmed_as_it_was_seen() {
        hire(BOB);
        changing.change(typed("Acme", OURS), 0, ANN);

        changing.change(typed("Acme Ltd", null), 1, BOB);

        assertThat(reading.current().asked().address()).isEqualTo(OURS);
        assertThat(refused(() -> confirming.confirm(1, BOB))).containsExactly("refused.publisher.waits-no-more");
        confirming.confirm(2, BOB);
        assertThat(address.base()).isEqualTo(OURS);
    }

    @Test
    void an_address_is_refused_by_another_and_taken_back_by_who_asked() {
        hire(BOB);
        changing.change(typed("Acme", OURS), 0, ANN);
        confirming.refuse(1, BOB);
        assertThat(last().kind()).isEqualTo("publisher.address-refused");

        changing.change(typed("Acme", OURS), 2, ANN);
        confirming.refuse(3, ANN);

        assertThat(last().kind()).isEqualTo("publisher.address-taken-back");
        assertThat(reading.current().asked()).isNull();
        assertThat(address.base()).isEqualTo("http://localhost:8080");
    }

    @Test
    void two_who_change_at_once_do_not_overwrite_each_other() {
        changing.change(typed("Acme", null), 0, ANN);

        assertThat(refused(() -> changing.change(typed("Other", null), 0, ANN)))
                .containsExactly("refused.publisher.changed");
        assertThat(reading.publisher().name()).isEqualTo("Acme");
    }

    @Test
    void every_problem_is_told_at_once_and_nothing_is_changed() {
        TypedPublisher wrong = new TypedPublisher(
                " ", "javascript:alert(1)", "imprint", "red", "https://example.com/notices", null, false);

        assertThat(refused(() -> changing.change(wrong, 0, ANN)))
                .containsExactly(
                        "name refused.text.missing",
                        "imprint refused.publisher.page",
                        "privacy refused.publisher.page",
                        "accent refused.publisher.accent",
                        "address refused.publisher.address-path");
        assertThat(reading.current()).isEqualTo(Publisher.UNSET);
    }

    @Test
    void it_is_for_administrators_of_all_registers_as_they_are_now() {
        Stream.of(Role.LEGAL, Role.FINANCE, Role.PROPOSER, Role.AUDITOR)
                .map(role -> new Actor("lea", Set.of(role)))
                .forEach(lea -> assertThat(refused(() -> changing.change(typed("Acme", null), 0, lea)))
                        .containsExactly("refused.staff.administrators"));
        Actor ofOne = new Actor("olga", Map.of(Role.ADMIN, Scope.of("opsticket")));
        assertThat(refused(() -> changing.change(typed("Acme", null), 0, ofOne)))
                .containsExactly("refused.staff.administrators");
        assertThat(refused(() -> changing.change(typed("Acme", null), 0, BOB)))
                .containsExactly("refused.staff.administrators");
    }

    @Test
    void the_environment_wins_over_the_browser() {
        PublicAddress fixed = new AddressSetting("https://env.example.com/", "http://localhost:8080").following(null);

        assertThat(fixed.base()).isEqualTo("https://env.example.com");
    }

    private void hire(Actor actor) {
        hiring.hire(
                new Staff(actor.id(), "Name", actor.id() + "@example.com", Map.of(Role.ADMIN, Scope.ALL)),
                "{noop}x",
                Actor.SYSTEM);
    }

    private static TypedPublisher typed(String name, String address) {
        return new TypedPublisher(name, "https://acme.example/imprint", "", "#2457D6", address, null, false);
    }

    private Recorded last() {
        List<Recorded> entries = ledger.about("PUBLISHER");
        return entries.get(entries.size() - 1);
    }

    @ComponentScan({"fairnotice.access", "fairnotice.ledger", "fairnotice.limit", "fairnotice.publisher"})
    static class Slice extends RealTables {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
        }
    }
}
