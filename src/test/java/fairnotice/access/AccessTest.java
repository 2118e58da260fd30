package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.RealTables;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.StaffEvidence;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AccessTest.Slice.class)
@TestPropertySource(properties = "fairnotice.signing-key=" + RootKeyTest.KEY)
class AccessTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    private static final String HASH = "{bcrypt}$2a$10$abc";

    @Autowired
    CreatingStaffAccount hiring;

    @Autowired
    DeactivatingStaffAccount dismissing;

    @Autowired
    IssuingToken issuing;

    @Autowired
    RevokingTokens revoking;

    @Autowired
    RotatingLinkKey rotating;

    @Autowired
    StaffDirectory directory;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SignedLinks links;

    @Autowired
    LinkKeys keys;

    @Autowired
    Ledger ledger;

    @Autowired
    StaffEvidence evidence;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String username = "u" + UUID.randomUUID();

    @Test
    void whoever_has_the_database_alone_signs_no_link(@Autowired SealingLinkKeys sealing) {
        byte[] raw = LinkKey.generated(1).secret();
        int id = keys.all().stream().mapToInt(LinkKey::id).max().orElse(0) + 1;
        jdbc.sql("insert into link_key (id, secret) values (?, ?)")
                .params(id, raw)
                .update();
        LinkKey before = key(id);

        sealing.seal();
        sealing.seal();

        assertThat(before.secret()).as("of before a key was set").isEqualTo(raw);
        assertThat(key(id).secret()).as("so that links of before still open").isEqualTo(raw);
        assertThat(jdbc.sql("select secret from link_key").query(byte[].class).list())
                .hasSize(keys.all().size())
                .noneMatch(stored -> stored.length == raw.length)
                .doesNotContain(raw);
        assertThat(ledger.about("LINK-KEY-" + id)).extracting(Recorded::kind).containsExactly("link-key.sealed");
    }

    private LinkKey key(int id) {
        return keys.all().stream().filter(key -> key.id() == id).findFirst().orElseThrow();
    }

    @Test
    void a_member_of_staff_is_found_without_case() {
        hire(Role.LEGAL, Role.ADMIN);

        Staff found =
                directory.findByUsername(" " + username.toUpperCase() + " ").orElseThrow();

        assertThat(found).isEqualTo(new Staff(username, "Ada", "ada@example.com", Set.of(Role.LEGAL, Role.ADMIN)));
        assertThat(directory.credential(username).orElseThrow().passwordHash()).isEqualTo(HASH);
        assertThat(directory.having(Role.ADMIN, "opsticket")).contains(found);
        assertThat(directory.having(Role.AUDITOR, "opsticket")).doesNotContain(found);
        assertThat(directory.all()).contains(found);
        assertThat(found.hasAddress()).isTrue();
    }

    @Test
    void what_the_ledger_says_of_a_colleague_stays_while_the_account_is_active() {
        hire(Role.LEGAL);

        assertThat(evidence.whyNotYet(username))
                .hasValueSatisfying(why -> assertThat(why.english()).startsWith("The account of Ada is active"));
        directory.disable(username, Instant.EPOCH);
        assertThat(evidence.whyNotYet(username)).isEmpty();
    }

    @Test
    void hiring_again_changes_what_was_known() {
        hire(Role.LEGAL);
        hire(Role.FINANCE);

        assertThat(directory.findByUsername(username).orElseThrow().roles()).containsExactly(Role.FINANCE);
        assertThat(ledger.about("STAFF-" + username)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.kind()).isEqualTo("staff.hired");
        });
    }

    @Test
    void a_role_is_held_for_all_registers_or_for_those_named() {
        Map<Role, Scope> held = Map.of(Role.LEGAL, Scope.of("opsticket", "third"), Role.AUDITOR, Scope.ALL);
        hiring.hire(new Staff(username, "Ada", "ada@example.com", held), HASH, ADMIN);

        Staff found = directory.findByUsername(username).orElseThrow();

        assertThat(found.held()).isEqualTo(held);
        assertThat(directory.having(Role.LEGAL, "opsticket")).contains(found);
        assertThat(directory.having(Role.LEGAL, "securicom")).doesNotContain(found);
        assertThat(directory.having(Role.AUDITOR, "securicom")).contains(found);
        assertThat(tokens.holder(IssuedTokens.issue(issuing, username).digest()))
                .map(ShownToken::holder)
                .contains(found);
        assertThat(ledger.about("STAFF-" + username).get(0).content())
                .containsEntry("registers", "[LEGAL: opsticket third]");
    }

    @Test
    void hiring_again_takes_registers_away_too() {
        hiring.hire(
                new Staff(username, "Ada", "ada@example.com", Map.of(Role.LEGAL, Scope.of("opsticket", "securicom"))),
                HASH,
                ADMIN);
        ApiToken token = IssuedTokens.issue(issuing, username);

        hiring.hire(
                new Staff(username, "Ada", "ada@example.com", Map.of(Role.LEGAL, Scope.of("securicom"))), HASH, ADMIN);

        Actor now = tokens.holder(token.digest()).orElseThrow().holder().actor();
        assertThat(now.holds(Role.LEGAL, "securicom")).isTrue();
        assertThat(now.holds(Role.LEGAL, "opsticket")).isFalse();
        assertThat(now.sees("opsticket")).isFalse();
        assertThat(now.sees(null)).isFalse();
        assertThat(now.holdsForAll(Role.LEGAL)).isFalse();
    }

    @Test
    void a_role_for_no_register_is_none() {
        Staff nobody = new Staff(username, "Ada", "ada@example.com", Map.of(Role.LEGAL, Scope.NONE));

        assertThat(nobody.roles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada@example.com", "a b", "-a", "ä", "a\nb"})
    void a_user_name_that_could_be_an_address_or_worse_is_refused(String written) {
        assertThatThrownBy(() -> new Staff(written, "Ada", "ada@example.com", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a user name");
    }

    @Test
    void the_dismissed_lose_roles_log_in_and_tokens_but_keep_their_name() {
        hire(Role.LEGAL);
        ApiToken token = IssuedTokens.issue(issuing, username);

        dismissing.dismiss(username, Actor.SYSTEM);

        assertThat(directory.credential(username).orElseThrow().disabled()).isTrue();
        assertThat(directory.having(Role.LEGAL, "opsticket"))
                .noneMatch(staff -> staff.username().equals(username));
        assertThat(directory.all()).noneMatch(staff -> staff.username().equals(username));
        assertThat(tokens.holder(token.digest())).isEmpty();
        assertThat(directory.findByUsername(username)).isPresent();
        hire(Role.LEGAL);
        assertThat(tokens.holder(token.digest())).as("after hiring again").isEmpty();
    }

    @Test
    void who_is_left_alone_by_dismissing_the_others_acts_alone_only_where_the_publisher_is_single_handed() {
        jdbc.sql("update staff set disabled = true").update();
        TwoPeople review = new TwoPeople(
                Set.of(Role.LEGAL), "refused.group.legal", "refused.did.wrote-change", "refused.wanted.review", true);
        Actor left = new Actor(username, Set.of(Role.LEGAL));
        hire(Role.LEGAL);
        Staff other = new Staff(username + ".2", "Bea", "bea@example.com", Set.of(Role.LEGAL));
        hiring.hire(other, HASH, ADMIN);
        assertThat(obstacle(review, left, true)).isPresent();

        dismissing.dismiss(other.username(), Actor.SYSTEM);

        assertThat(directory.colleagues().singleHanded()).as("as it is shipped").isFalse();
        assertThat(review.obstacle(left, Set.of(username), "opsticket", directory.colleagues())
                        .map(Phrase::english))
                .hasValue(
                        "You proposed or amended this change; somebody else of the legal group must review it. It waits for another person of the"
                                + " legal group: only Ada (" + username
                                + ") is active, who proposed or amended this change.");
        assertThat(obstacle(review, left, true)).isEmpty();
        hiring.hire(other, HASH, ADMIN);
        assertThat(obstacle(review, left, true))
                .as("the mode ends with the second person")
                .isPresent();
        assertThat(ledger.about("STAFF-" + other.username()))
                .extracting(Recorded::kind)
                .containsExactly("staff.hired", "staff.dismissed", "staff.hired");
    }

    private Optional<String> obstacle(TwoPeople pair, Actor actor, boolean singleHanded) {
        Colleagues there = new Colleagues(directory.all(), singleHanded);
        return pair.obstacle(actor, Set.of(username), "opsticket", there).map(Phrase::english);
    }

    @Test
    void nobody_can_be_dismissed_or_given_a_token_who_is_not_there() {
        assertThatThrownBy(() -> dismissing.dismiss("nobody", Actor.SYSTEM))
                .isInstanceOf(Refused.class)
                .hasMessage("Nobody has that user name.");
        assertThatThrownBy(() -> IssuedTokens.issue(issuing, "nobody"))
                .isInstanceOf(Refused.class)
                .hasMessage("Nobody has that user name.");
    }

    @Test
    void a_token_acts_for_its_owner_until_it_is_revoked_and_is_kept_as_a_digest_only() {
        hire(Role.LEGAL);
        ApiToken token = IssuedTokens.issue(issuing, username);

        assertThat(tokens.holder(token.digest()))
                .map(shown -> shown.holder().username())
                .contains(username);
        assertThat(tokens.holder(new ApiToken(token.text() + "x").digest())).isEmpty();
        assertThat(jdbc.sql("select t::text from api_token t")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token.text()))
                .anyMatch(row -> row.contains(token.digest()));
        assertThat(jdbc.sql("select last_used from api_token where digest = ?")
                        .param(token.digest())
                        .query(Instant.class)
                        .single())
                .isNotNull();

        assertThat(revoking.revokeAll(username, ADMIN)).isEqualTo(1);
        assertThat(tokens.holder(token.digest())).isEmpty();
    }

    @Test
    void a_token_may_no_more_than_its_owner_may_at_each_use_and_no_more_than_it_was_made_for() {
        Map<Role, Scope> held = Map.of(Role.LEGAL, Scope.ALL, Role.FINANCE, Scope.of("opsticket"));
        hiring.hire(new Staff(username, "Ada", "ada@example.com", held), HASH, ADMIN);
        Actor ada = new Actor(username, Set.of());
        Map<Role, Scope> within = Map.of(Role.LEGAL, Scope.of("opsticket"), Role.ADMIN, Scope.ALL);

        ApiToken token = issuing.issue(new NewToken(" Import ", true, within, 1), ada);

        ShownToken shown = tokens.holder(token.digest()).orElseThrow();
        assertThat(shown.holder().held()).isEqualTo(Map.of(Role.LEGAL, Scope.of("opsticket")));
        assertThat(shown.readOnly()).isTrue();
        hire(Role.FINANCE);
        assertThat(tokens.holder(token.digest()).orElseThrow().holder().held()).isEmpty();
        KeptToken kept = tokens.of(username).get(0);
        assertThat(kept.name()).isEqualTo("Import");
        assertThat(kept.within()).isEqualTo(within);
        assertThat(Duration.between(kept.made(), kept.expires())).isEqualTo(Duration.ofDays(1));
        assertThat(ledger.about("STAFF-" + username).stream().map(Recorded::kind))
                .contains("token.issued");
    }

    @Test
    void a_token_that_has_expired_acts_for_nobody_and_its_use_is_not_noted() {
        hire(Role.LEGAL);
        ApiToken token = IssuedTokens.issue(issuing, username);
        jdbc.sql("update api_token set expires_at = now() where digest = :digest")
                .param("digest", token.digest())
                .update();

        assertThat(tokens.holder(token.digest())).map(ShownToken::over).contains(true);
        assertThat(tokens.of(username).get(0).used()).isNull();
        assertThat(tokens.of(username).get(0).over()).isTrue();
    }

    @Test
    void tokens_are_made_by_their_owner_within_bounds_and_revoked_one_by_one() {
        hire(Role.LEGAL);
        Actor ada = new Actor(username, Set.of());
        for (NewToken bad : List.of(
                new NewToken("", false, null, 90),
                new NewToken("x".repeat(61), false, null, 90),
                new NewToken("a\u0000b", false, null, 90),
                new NewToken("x", false, null, 0),
                new NewToken("x", false, null, 366),
                new NewToken("x", false, null, null))) {
            assertThatThrownBy(() -> issuing.issue(bad, ada)).isInstanceOf(Refused.class);
        }
        ApiToken first = IssuedTokens.issue(issuing, username);
        ApiToken second = IssuedTokens.issue(issuing, username);
        long id = tokens.of(username).get(1).id();

        assertThatThrownBy(() -> revoking.revoke(username, id, new Actor("another", Set.of(Role.LEGAL))))
                .isInstanceOf(Refused.class);
        assertThat(tokens.revoke("another", id)).isZero();
        revoking.revoke(username, id, ada);

        assertThat(tokens.holder(first.digest())).isEmpty();
        assertThat(tokens.holder(second.digest())).isPresent();
    }

    @Test
    void a_link_signed_in_a_transaction_that_rolled_back_still_verifies_after_a_restart() {
        Link link = new Link(LinkPurpose.NOTICE, 17, 23, 1);
        String token = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return links.sign(link);
        });

        assertThat(new HmacLinks(keys).read(token)).contains(link);
    }

    @Test
    void a_rotated_key_retires_the_ones_before() {
        links.sign(new Link(LinkPurpose.NOTICE, 1, 1, 1));
        int before = keys.all().size();

        rotating.rotate(ADMIN);

        assertThat(keys.all()).hasSize(before + 1);
        assertThat(jdbc.sql("select count(*) from link_key where retired_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void hire(Role... roles) {
        hiring.hire(new Staff(username, "Ada", "ada@example.com", Set.of(roles)), HASH, ADMIN);
    }

    @ComponentScan({"fairnotice.access", "fairnotice.ledger", "fairnotice.limit"})
    static class Slice extends RealTables {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
        }
    }
}
