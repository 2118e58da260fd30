package fairnotice.objection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealDatabase;
import fairnotice.objection.Objection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose objections to a change ended without an agreement. */
class EndedWithoutAgreementTest {

    private static final JdbcClient JDBC = RealDatabase.client(RealDatabase.fresh());

    private final JdbcObjections objections = new JdbcObjections(JDBC);

    @BeforeAll
    static void a_change_with_objections() {
        JDBC.sql("""
                        insert into vendor_change (reference, register, state, round, created_at)
                        values ('ACME-1', 'acme', 'DECIDING', 1, now()), ('ACME-2', 'acme', 'DECIDING', 1, now()),
                               ('ACME-3', 'acme', 'DECIDING', 1, now())""").update();
        closed("first", "ACME-1", 1, "NOT_AGREED");
        closed("another-change", "ACME-2", 1, "NOT_AGREED");
        closed("agreed", "ACME-1", 2, "RESOLVED");
        closed("settled-later", "ACME-1", 3, "NOT_AGREED");
        closed("settles", "ACME-1", 3, "EXEMPTED");
        closed("agreed-before", "ACME-1", 4, "RESOLVED");
        closed("after-that", "ACME-1", 4, "NOT_AGREED");
        closed("refused", "ACME-1", 5, "REFUSED");
        closed("withdrawn", "ACME-1", 6, "WITHDRAWN");
        add("can-be-appealed", "ACME-1", 7, "REFUSED", "null");
        add("open", "ACME-1", 8, "AWAITING_OFFER", "null");
    }

    @Test
    void they_are_those_that_nothing_agreed_since_has_settled() {
        assertThat(of(10)).containsExactly("refused", "after-that", "first");
    }

    @Test
    void the_newest_come_first_where_there_are_more() {
        assertThat(of(2)).containsExactly("refused", "after-that");
    }

    @Test
    void what_was_agreed_on_a_condition_counts_until_something_else_is_agreed() {
        closed("exempted", "ACME-3", 1, "EXEMPTED");
        agreed("safeguarded", "ACME-3", 2, "SAFEGUARD");
        agreed("explained", "ACME-3", 3, "EXPLANATION");
        agreed("given-up", "ACME-3", 4, "SAFEGUARD");
        closed("exempted-since", "ACME-3", 4, "EXEMPTED");

        assertThat(objections.agreedOnConditions("ACME-3", 10).stream().map(Objection::reference))
                .containsExactly("exempted-since", "safeguarded", "exempted");
    }

    private static void agreed(String reference, String change, int customer, String cure) {
        closed(reference, change, customer, "RESOLVED");
        JDBC.sql("update objection set offer = :offer::jsonb where reference = :reference")
                .param("offer", "{\"number\": 1, \"cure\": \"" + cure + "\", \"text\": \"It is fine\"}")
                .param("reference", reference)
                .update();
    }

    private List<String> of(int limit) {
        return objections.endedWithoutAgreement("ACME-1", limit).stream()
                .map(Objection::reference)
                .toList();
    }

    private static void closed(String reference, String change, int customer, String state) {
        add(reference, change, customer, state, "now()");
    }

    private static void add(String reference, String change, int customer, String state, String settled) {
        JDBC.sql("""
                        insert into customer (id, register, external_id, name, plan, since) overriding system value
                        values (:id, 'acme', :id::text, 'Customer', 'enterprise', now()) on conflict do nothing""").param("id", customer).update();
        JDBC.sql("""
                        insert into objection (reference, change_reference, register, round, policy_version, customer, state, filing,
                                               received_at, late, answer_due_at, settled_at, due_at)
                        values (:reference, :change, 'acme', 1, 1, :customer, :state, '{"channel": "LINK", "orders": []}', now(), false, now(),
                                %1$s, case when %1$s is null then now() end)""".formatted(settled))
                .param("reference", reference)
                .param("change", change)
                .param("customer", customer)
                .param("state", state)
                .update();
    }
}
