package fairnotice.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.RealTables;
import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.mailserver.MailTest.Sending;
import fairnotice.mailserver.ServerInForce.Source;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.RegisterBuilder;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Setting mail servers in the browser, and when mail counts as working. ann and bob are administrators for all registers. */
@SpringJUnitConfig(MailServersTest.Slice.class)
class MailServersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = new Actor("ann", Set.of(Role.ADMIN));
    private static final Actor BOB = new Actor("bob", Set.of(Role.ADMIN));
    private static final Actor LEA = new Actor("lea", Set.of(Role.LEGAL));

    @Autowired
    private ChangingServer changing;

    @Autowired
    private ConfirmingServer confirming;

    @Autowired
    private ReadingServers reading;

    @Autowired
    private ServersInForce servers;

    @Autowired
    private MailReadiness readiness;

    @Autowired
    private TestingMail testing;

    @Autowired
    private RecordingTests recording;

    @Autowired
    private AdoptingEarlierRelay adopting;

    @Autowired
    private Proofs proofs;

    @Autowired
    private ServerRequests requests;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private List<String> told;

    @BeforeEach
    void nothingIsSet(@Autowired CreatingStaffAccount hiring) {
        List.of("mail_server", "mail_server_request", "mail_proof", "mail_test", "staff_role_register", "staff")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        List.of(ANN, BOB, LEA)
                .forEach(each -> hiring.hire(
                        new Staff(each.id(), each.id(), each.id() + "@example.com", each.roles()),
                        "{noop}x",
                        Actor.SYSTEM));
        environment.relay = null;
        told.clear();
    }

    @Test
    void the_first_relay_counts_at_once_and_its_password_stands_nowhere_in_the_clear() {
        assertThat(readiness.missing()).hasValueSatisfying(saysOf("refused.mail.no-relay"));
        assertThatThrownBy(() -> changing.change(Part.RELAY, typed("smtp.example.com", "tell-nobody"), 0, LEA))
                .hasMessage("Mail servers are set up by administrators of all registers.");

        assertThat(changing.change(Part.RELAY, typed("smtp.example.com", "tell-nobody"), 0, ANN))
                .isTrue();

        ServerInForce relay = servers.of(Part.RELAY).orElseThrow();
        assertThat(relay.server())
                .isEqualTo(new MailServer("smtp.example.com", 587, Encryption.STARTTLS, "user", "tell-nobody", null));
        assertThat(jdbc.sql("select sealed_password from mail_server")
                        .query(String.class)
                        .single())
                .doesNotContain("tell-nobody");
        assertThat(ledger.about("MAIL-SERVER")).extracting(Recorded::kind).contains("mail-server.changed");
        assertThat(ledger.about("MAIL-SERVER").toString()).doesNotContain("tell-nobody");
        assertThat(reading.standing(Part.RELAY, ANN).inForce().server().password())
                .isNull();
    }

    @Test
    void mail_works_once_a_test_was_accepted_and_came_back_and_no_more_once_a_server_is_changed() {
        set(Part.RELAY, "smtp.example.com");
        assertThat(readiness.missing()).hasValueSatisfying(saysOf("refused.mail.untested"));
        set(Part.MAILBOX, "imap.example.com");

        MailTest test = tested();
        recording.sent(test, Sending.accepted("TLSv1.3", NOW, "250 OK"));
        assertThat(readiness.missing()).as("accepted, not seen yet").isPresent();
        assertThat(recording.returned(test.token(), new Signature(Signature.State.NONE, null)))
                .isTrue();

        assertThat(readiness.missing()).isEmpty();
        assertThat(readiness.worksSince()).hasValue(NOW);
        assertThat(recording.returned(UUID.randomUUID(), null)).isFalse();
        jdbc.sql("update mail_server set version = version + 1 where part = 'RELAY'")
                .update();
        assertThat(readiness.missing()).hasValueSatisfying(saysOf("refused.mail.untested"));
    }

    @Test
    void a_test_of_a_relay_that_was_changed_meanwhile_proves_nothing() {
        set(Part.RELAY, "smtp.example.com");
        MailTest test = tested();
        set(Part.RELAY, "other.example.com");

        recording.sent(test, Sending.accepted(null, NOW, "250 OK"));

        assertThat(readiness.missing()).isPresent();
        assertThat(proofs.last()).isEmpty();
    }

    @Test
    void a_reply_address_that_bounces_proves_nothing() {
        set(Part.RELAY, "smtp.example.com");
        set(Part.MAILBOX, "imap.example.com");
        MailTest test = tested();
        recording.sent(test, Sending.accepted(null, NOW, "250 OK"));

        assertThat(recording.bounced(test.token(), "550 5.1.1 unknown")).isTrue();

        assertThat(readiness.missing()).isPresent();
        assertThat(reading.tests(ANN).get("r").bounce()).isEqualTo("550 5.1.1 unknown");
    }

    @Test
    void once_mail_worked_another_administrator_confirms_another_relay() {
        set(Part.RELAY, "smtp.example.com");
        recording.sent(tested(), Sending.accepted(null, NOW, "250 OK"));
        told.clear();

        assertThat(changing.change(Part.RELAY, typed("evil.example.com", "p"), version(), ANN))
                .isFalse();

        assertThat(told).containsExactly("RELAY evil.example.com true ann");
        assertThat(host()).isEqualTo("smtp.example.com");
        assertThat(readiness.missing()).isEmpty();
        long request = requests.find(Part.RELAY).orElseThrow().id();
        assertThatThrownBy(() -> confirming.confirm(Part.RELAY, request, ANN))
                .hasMessageStartingWith("You asked for this; another administrator of all registers must confirm it.");
        assertThatThrownBy(() -> changing.change(Part.RELAY, typed("x.example.com", "p"), version(), BOB))
                .hasMessageStartingWith("A change of this waits to be confirmed already.");
        assertThatThrownBy(() -> confirming.confirm(Part.RELAY, request + 1, BOB))
                .hasMessageStartingWith("This does not wait any more");
        confirming.confirm(Part.RELAY, request, BOB);
        assertThat(host()).isEqualTo("evil.example.com");
        assertThat(readiness.missing()).isPresent();
        assertThat(changing.change(Part.RELAY, typed("back.example.com", "p"), version(), BOB))
                .as("a relay that fails opens no way for one")
                .isFalse();
        confirming.refuse(Part.RELAY, requests.find(Part.RELAY).orElseThrow().id(), ANN);
        assertThat(requests.find(Part.RELAY)).isEmpty();
    }

    @Test
    void a_stored_password_is_kept_for_the_same_account_and_goes_to_no_other() {
        set(Part.RELAY, "smtp.example.com");

        assertThatThrownBy(() -> changing.change(Part.RELAY, typed("mine.example.com", ""), version(), ANN))
                .hasMessageStartingWith("Enter the password again");
        assertThatThrownBy(() -> changing.change(
                        Part.RELAY,
                        new TypedServer("smtp.example.com", "587", "STARTTLS_OFFERED", "user", "", null),
                        version(),
                        ANN))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> changing.change(Part.RELAY, typed("smtp.example.com", "secret"), 0, ANN))
                .hasMessageStartingWith("This was changed in the meantime.");
        assertThat(changing.change(Part.RELAY, typed("smtp.example.com", "another"), version(), ANN))
                .isTrue();
        assertThatThrownBy(() -> changing.change(Part.RELAY, typed("smtp.example.com", ""), version(), ANN))
                .hasMessageStartingWith("Nothing is changed");
    }

    @Test
    void what_the_environment_names_wins_is_tested_by_itself_and_changed_by_nobody_here() {
        set(Part.RELAY, "smtp.example.com");
        environment.relay = new ServerInForce(
                Part.RELAY,
                new MailServer("relay.internal", 25, Encryption.NONE, null, null, null),
                Source.ENVIRONMENT,
                "environment relay.internal");

        assertThat(host()).isEqualTo("relay.internal");
        assertThatThrownBy(() -> changing.change(Part.RELAY, typed("x.example.com", "p"), version(), ANN))
                .hasMessageStartingWith("The settings of this server's environment name it");
        testing.byItself();
        testing.byItself();
        MailTest only = recording.next().orElseThrow();
        assertThat(recording.next()).isEmpty();
        assertThat(only.askedBy()).isNull();
        recording.sent(only, Sending.accepted(null, NOW, "250 OK"));
        assertThat(readiness.missing()).isEmpty();
    }

    @Test
    void whoever_announced_before_goes_on_with_the_relay_of_the_environment_and_with_no_other() {
        Proof earlier = new Proof("earlier", null, NOW.minusSeconds(60));
        proofs.save(earlier);
        environment.relay = new ServerInForce(
                Part.RELAY,
                new MailServer("relay.internal", 25, Encryption.NONE, null, null, null),
                Source.ENVIRONMENT,
                "environment relay.internal");
        adopting.adopt();
        assertThat(readiness.missing()).isEmpty();

        proofs.save(earlier);
        environment.relay = null;
        adopting.adopt();
        set(Part.RELAY, "smtp.example.com", BOB);
        assertThat(readiness.missing()).isPresent();
    }

    private void set(Part part, String host) {
        assertThat(changing.change(
                        part, typed(host, "secret"), reading.standing(part, ANN).version(), ANN))
                .isTrue();
    }

    /** What another has to confirm, is. */
    private void set(Part part, String host, Actor by) {
        if (!changing.change(
                part, typed(host, "secret"), reading.standing(part, ANN).version(), ANN)) {
            confirming.confirm(part, requests.find(part).orElseThrow().id(), by);
        }
    }

    private MailTest tested() {
        testing.ask("r", ANN);
        return recording.next().orElseThrow();
    }

    private long version() {
        return reading.standing(Part.RELAY, ANN).version();
    }

    private String host() {
        return servers.of(Part.RELAY).orElseThrow().server().host();
    }

    private static TypedServer typed(String host, String password) {
        return new TypedServer(host, "", "STARTTLS", "user", password, "");
    }

    private static java.util.function.Consumer<Phrase> saysOf(String key) {
        return phrase -> assertThat(phrase.key()).isEqualTo(key);
    }

    /** The settings of this process, as a test has them. */
    static final class Environment implements GivenServer {

        private ServerInForce relay;

        @Override
        public Part part() {
            return Part.RELAY;
        }

        @Override
        public Optional<ServerInForce> server() {
            return Optional.ofNullable(relay);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"fairnotice.access", "fairnotice.ledger", "fairnotice.limit", "fairnotice.mailserver"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    static class Slice extends RealTables {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        Environment environment() {
            return new Environment();
        }

        @Bean
        List<String> told() {
            return new ArrayList<>();
        }

        @Bean
        TellingAdministrators telling(List<String> told) {
            return (part, server, waits, by) ->
                    told.add(part + " " + (server == null ? "none" : server.host()) + " " + waits + " " + by.id());
        }

        @Bean
        Registers registers() {
            return new OneRegister();
        }
    }

    private static final class OneRegister implements Registers {

        private final Register register = RegisterBuilder.builder()
                .id("r")
                .name("R")
                .introduction(List.of())
                .categories(List.of())
                .sender("notices@r.example")
                .replyTo("legal@r.example")
                .build();

        @Override
        public List<Register> all() {
            return List.of(register);
        }

        @Override
        public Optional<Register> find(String id) {
            return Optional.of(register);
        }

        @Override
        public Register getById(String id) {
            return register;
        }

        @Override
        public NoticePolicy policy(String register, int version) {
            throw new UnsupportedOperationException();
        }
    }
}
