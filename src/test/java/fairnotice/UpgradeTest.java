package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the later migrations make of a database that was in use before them, as of V019. */
class UpgradeTest {

    private static final Instant GIVEN = Instant.parse("2026-06-01T10:00:00Z");
    private static JdbcClient jdbc;

    /** A change in its second round. Each customer has a notice of that round; all but the silent one filed a case. */
    @BeforeAll
    static void a_database_in_use_is_migrated() {
        DataSource database = RealDatabase.empty();
        migrate(database, "019");
        jdbc = RealDatabase.client(database);
        jdbc.sql("""
                        insert into vendor_change (reference, register, state, round, announced_at, created_at)
                        values ('C-1', 'r', 'IN_NOTICE', 2, '2026-06-01T10:00Z', '2026-05-01T10:00Z'),
                               ('C-2', 'r', 'IN_REVIEW', 1, null, '2026-05-01T10:00Z');
                        insert into vendor_change_round (reference, number, proposal, proposed_by, proposed_at, review)
                        values ('C-1', 1, '{"kind": "ADD", "subprocessor": {"name": "Zircon", "legalEntity": "Zircon, S.A."}}',
                                'paula', '2026-05-01T10:00Z', '{"track": "NOTICE"}'),
                               ('C-1', 2, '{"kind": "REPLACE", "replaces": "Old One", "subprocessor": {"name": "Zircon", "legalEntity": null}}',
                                'paula', '2026-05-20T10:00Z', '{"track": "EXPEDITED"}'),
                               ('C-2', 1, '{"kind": "REMOVE", "subprocessor": {"name": "Gone", "legalEntity": "Gone"}}',
                                'paula', '2026-05-01T10:00Z', null);
                        insert into ledger_entry (kind, subject, actor, at, digest)
                        values ('change.announced', 'C-1', 'system', '2026-05-02T10:00Z', repeat('a', 64)),
                               ('change.announced', 'C-1', 'system', '2026-06-01T10:00Z', repeat('b', 64)),
                               ('objection.filed', 'C-1', 'system', '2026-06-05T10:00Z', repeat('c', 64)),
                               ('change.proposed', 'C-2', 'system', '2026-05-01T10:00Z', repeat('d', 64));
                        insert into customer (register, external_id, name, plan, since)
                        select 'r', name, name, 'any', '2026-01-01T10:00Z'
                          from unnest(array['offered', 'refused', 'earlier', 'silent', 'clicked']) name;
                        insert into notice (reference, round, register, policy_version, customer, told, may_object, notice_period,
                               notice_clause, objection_period, objection_clause, created_at, acknowledged_at)
                        select 'C-1', 2, 'r', 1, id, true, true, '30 days', '1', '15 days', '1', '2026-06-01T10:00Z',
                               case when external_id = 'clicked' then timestamptz '2026-06-02T10:00Z' end
                          from customer;
                        insert into notice_contact (notice, contact, state, at)
                        select n.id, s.contact, s.state, '2026-06-01T10:01Z'
                          from notice n join customer c on c.id = n.customer and c.external_id = 'silent',
                               (values (1, 'HANDED_OVER'), (2, 'DELIVERED'), (3, 'BOUNCED')) s (contact, state)""").update();
        objection("OBJ-1", "offered", 2, "OFFERED", "2026-06-05T10:00Z");
        objection("OBJ-2", "refused", 2, "REFUSED", "2026-06-06T10:00Z");
        objection("OBJ-3", "earlier", 2, "ASSESSMENT", "2026-05-05T10:00Z");
        objection("OBJ-4", "clicked", 2, "ASSESSMENT", "2026-06-09T10:00Z");
        jdbc.sql("""
                        insert into termination (reference, objection, change, register, customer, policy_version, elected_by, elected_at,
                               worksheet, state)
                        select reference, reference, 'C-1', 'r', id, 1, 70, '2026-06-01T10:00Z', worksheet::jsonb, 'CALCULATED'
                          from customer,
                               (values ('TRM-1', '{"elections": [{"order": "O-1", "lines": [], "lastDay": "2026-06-30"},
                                                                 {"order": "O-2", "lines": ["L-1"], "lastDay": "2026-07-31"}]}'),
                                       ('TRM-2', '{"elections": [{"order": "O-2", "lines": ["L-2"], "lastDay": "2026-08-31"}]}'))
                                   chosen (reference, worksheet)
                         where external_id = 'offered';
                        insert into termination_line (customer, order_id, line_id, reference)
                        select id, order_id, line_id, reference
                          from customer,
                               (values ('O-1', 'O-1', 'TRM-1'), ('O-1', '', 'TRM-1'), ('O-2', 'L-1', 'TRM-1'), ('O-2', 'L-2', 'TRM-2'))
                                   ended (order_id, line_id, reference)
                         where external_id = 'offered'""").update();
        migrate(database, "049");
        jdbc.sql("""
                        insert into register (id, prefix, settings, policy_version) values ('r', 'R', '{}', 1);
                        insert into register_policy (register, version, policy, loaded_at)
                        values ('r', 1, '{"zone": "America/Toronto"}', '2026-05-01T10:00Z');
                        insert into objection (reference, change_reference, register, round, policy_version, state, filing,
                               received_at, late, answer_due_at, settled_at, offer)
                        select reference, 'C-2', 'r', 1, 1, 'EXEMPTED', '{}', '2026-06-05T10:00Z', false, '2026-06-20T00:00Z',
                               '2026-06-21T00:00Z', jsonb_build_object('until', last_day)
                          from (values ('EX-1', '2999-01-31'), ('EX-2', '2026-06-25'), ('EX-3', '2999-01-31')) ex (reference, last_day);
                        insert into exemption_end (objection, tell_at, told_at)
                        select o.id, tell_at::timestamptz, told_at::timestamptz
                          from objection o join (values ('EX-1', '2026-07-01T00:00Z', '2026-07-01T00:00Z'),
                                                        ('EX-2', '2026-06-22T00:00Z', '2026-06-22T00:00Z'),
                                                        ('EX-3', '2999-01-28T05:00Z', null)) t (reference, tell_at, told_at) using (reference);
                        insert into termination (reference, objection, change, register, customer, policy_version, elected_by, elected_at,
                               worksheet, state)
                        values ('TRM-3', 'EX-2', 'C-2', 'r', 7, 1, 70, '2026-06-22T10:00Z',
                                '{"zone": "America/Toronto", "elections": [{"order": "O-1", "lines": [], "lastDay": "2026-06-30"},
                                  {"order": "O-2", "lines": ["L-1", "L-2"], "lastDay": "2026-07-31"}]}', 'CALCULATED'),
                               ('TRM-4', 'none', 'C-2', 'r', 7, 1, 70, '2026-06-22T10:00Z',
                                '{"zone": "America/Toronto", "elections": [{"order": "O-1", "lines": [], "lastDay": "2999-07-31"}]}',
                                'CALCULATED')""").update();
        migrate(database, "053");
        jdbc.sql("""
                        insert into customer_unconfirmed (customer, revision, entitlement, fields, changed_by, changed_at)
                        select id, 1, '{"plan": "any", "orders": [{"externalId": "O-1"}]}',
                               case external_id when 'silent' then array['orders/O-2', 'plan'] else array['plan'] end,
                               array['ada'], '2026-06-22T10:00Z'
                          from customer where external_id in ('silent', 'clicked')""").update();
        migrate(database, "064.1");
        jdbc.sql("""
                        insert into termination (reference, objection, change, register, customer, policy_version, elected_by, elected_at,
                               worksheet, state, payouts, paid_by, paid_at, ends_at, end_told_at)
                        select reference, reference, 'C-2', register, 8, 1, 70, '2026-06-22T10:00Z',
                               '{"zone": "UTC", "elections": [{"order": "O-1", "lines": [], "lastDay": "2026-07-31"}]}', 'CONFIRMED',
                               jsonb_build_array(jsonb_build_object('currency', 'EUR', 'paymentReference', payment, 'paidOn', '2026-07-01')),
                               'cfo', paid_at::timestamptz, '2026-08-01T00:00Z', '2026-08-01T00:00Z'
                          from (values ('TRM-5', 'r', 'Sepa 1', '2026-07-02T10:00Z'), ('TRM-6', 'r', 'SEPA1', '2026-07-01T10:00Z'),
                                       ('TRM-7', 'other', 'SEPA1', '2026-07-03T10:00Z'), ('TRM-8', 'r', 'X‐2', '2026-07-03T10:00Z'),
                                       ('TRM-9', 'r', 'Née ٧۸ß', '2026-07-03T10:00Z'), ('TRM-10', 'r', 'NEE-78 SS', '2026-07-04T10:00Z'))
                                   paid (reference, register, payment, paid_at)""").update();
        migrate(database, "082");
        jdbc.sql("""
                        insert into staff (username, name, email, password_hash, roles, disabled)
                        select name, name, name, '{noop}x', roles, disabled
                          from (values ('gone', array['ADMIN'], true), ('lost', array['LEGAL'], true), ('here', array['ADMIN'], false))
                                   staff (name, roles, disabled);
                        insert into ledger_entry (kind, subject, actor, at, digest)
                        values ('staff.dismissed', 'STAFF-gone', 'here', '2026-06-01T10:00Z', repeat('e', 64)),
                               ('staff.dismissed', 'STAFF-gone', 'here', '2026-06-03T10:00Z', repeat('f', 64));
                        insert into api_token (digest, username) values (repeat('1', 64), 'here')""").update();
        migrate(database, "latest");
    }

    @Test
    void whoever_announced_before_has_a_relay_that_worked() {
        assertThat(jdbc.sql("select relay || ' ' || left(at::text, 10) from mail_proof")
                        .query(String.class)
                        .single())
                .isEqualTo("earlier 2026-06-01");
    }

    @Test
    void whoever_is_inactive_is_so_since_the_ledger_says_it_and_an_administrator_counts_from_then() {
        assertThat(accounts("inactive_since")).isEqualTo(Map.of("gone", "2026-06-03", "lost", "none", "here", "none"));
        assertThat(accounts("administrator_until"))
                .isEqualTo(Map.of("gone", "2026-06-03", "lost", "none", "here", "none"));
        assertThat(accounts("awaits_password")).isEqualTo(Map.of("gone", "false", "lost", "false", "here", "false"));
    }

    @Test
    void a_token_without_an_end_has_a_year_from_the_update_on_and_does_what_its_owner_may() {
        assertThat(jdbc.sql("""
                        select not read_only and roles is null and scoped is null and name = ''
                               and expires_at between now() + interval '364 days' and now() + interval '365 days'
                          from api_token""").query(Boolean.class).single()).isTrue();
    }

    private static Map<String, String> accounts(String column) {
        Map<String, String> values = new HashMap<>();
        jdbc.sql("select username, coalesce(left(" + column + "::text, 10), 'none') as value from staff")
                .query(row -> {
                    values.put(row.getString("username"), row.getString("value"));
                });
        return values;
    }

    @Test
    void a_payment_that_was_recorded_twice_is_the_first_refunds() {
        assertThat(jdbc.sql("select register || ' ' || reference || ' ' || termination from refund_payment order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("other sepa1 TRM-7", "r nee78ss TRM-9", "r sepa1 TRM-6", "r x2 TRM-8");
    }

    @Test
    void orders_that_were_changed_with_what_notices_depend_on_wait_as_they_stood_before() {
        assertThat(jdbc.sql("""
                                select c.external_id || ' ' || coalesce(u.orders::text, 'now') || ' ' || coalesce(u.contacts::text, 'now')
                                  from customer_unconfirmed u join customer c on c.id = u.customer order by 1""").query(String.class).list())
                .containsExactly("clicked now now", "silent [{\"externalId\": \"O-1\"}] now");
    }

    @Test
    void what_waits_is_of_everybody_who_changed_it() {
        assertThat(jdbc.sql("""
                                select c.external_id || ' ' || u.authors::text
                                  from customer_unconfirmed u join customer c on c.id = u.customer order by 1""").query(String.class).list())
                .containsExactly(
                        "clicked {\"plan\": {\"\": [\"ada\"]}}",
                        "silent {\"plan\": {\"\": [\"ada\"]}, \"orders/O-2\": {\"\": [\"ada\"]}}");
    }

    @Test
    void whoever_objected_has_received_its_notice_from_then_on() {
        assertThat(acknowledged("offered")).isEqualTo(Instant.parse("2026-06-05T10:00:00Z"));
        assertThat(acknowledged("refused")).isEqualTo(Instant.parse("2026-06-06T10:00:00Z"));
        assertThat(acknowledged("clicked")).as("what was said first counts").isEqualTo("2026-06-02T10:00:00Z");
        assertThat(acknowledged("silent")).isNull();
        assertThat(acknowledged("earlier"))
                .as("it objected before the notice of this round was given")
                .isNull();
        assertThat(jdbc.sql("select distinct acknowledged_by from notice where acknowledged_by is not null")
                        .query(Long.class)
                        .list())
                .containsExactly(70L);
    }

    @Test
    void what_was_handed_over_was_so_when_that_was_noted() {
        assertThat(handedOver("HANDED_OVER")).isEqualTo(GIVEN.plusSeconds(60));
        assertThat(handedOver("DELIVERED")).isEqualTo(GIVEN.plusSeconds(60));
        assertThat(handedOver("BOUNCED")).isNull();
    }

    @Test
    void a_customers_time_goes_on_as_it_was_and_an_old_refusal_has_no_kind() {
        Map<String, Object> refused = jdbc.sql("select * from objection where reference = 'OBJ-2'")
                .query()
                .singleRow();
        assertThat(refused).containsEntry("again", false).containsEntry("refused_for", null);
        assertThat(jdbc.sql("select count(*) from objection where due_at = timestamptz '2026-06-20T00:00Z'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(count("objection_letter")).isZero();
    }

    @Test
    void a_change_last_said_something_when_it_was_announced_last() {
        assertThat(time("select updated_at from vendor_change where reference = 'C-1'"))
                .isEqualTo(GIVEN);
        assertThat(time("select updated_at from vendor_change where reference = 'C-2'"))
                .isNull();
    }

    @Test
    void rounds_say_of_which_vendors_they_are_and_what_was_announced_before() {
        assertThat(jdbc.sql("""
                        select reference || ' ' || number || ' ' || coalesce(announced_track, 'none') || ' '
                               || array_to_string(array(select unnest(vendors) order by 1), ', ')
                          from vendor_change_round order by reference, number""").query(String.class).list())
                .containsExactly(
                        "C-1 1 none word zlrcon, zircon, zirconsa",
                        "C-1 2 NOTICE oldone, word zlrcon, zircon",
                        "C-2 1 none removal of gone, removal of word gone");
    }

    @Test
    void what_was_terminated_ends_on_the_day_that_was_chosen_and_its_customer_is_looked_at_again() {
        assertThat(jdbc.sql("""
                                select concat_ws(' ', order_id, line_id, last_day, ended_by) from ended_line
                                order by order_id, line_id""").query(String.class).list())
                .containsExactly(
                        "O-1  2026-06-30 TRM-1",
                        "O-1 O-1 2026-06-30 TRM-1",
                        "O-2 L-1 2026-07-31 TRM-1",
                        "O-2 L-2 2026-08-31 TRM-2");
        assertThat(jdbc.sql("select external_id from customer order by revision desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("offered");
    }

    @Test
    void whoever_was_reminded_of_an_exemption_that_runs_is_told_of_its_end_as_well() {
        assertThat(jdbc.sql("""
                                select o.reference || ' ' || to_char(tell_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' '
                                       || (told_at is null)
                                  from exemption_end e join objection o on o.id = e.objection order by 1""").query(String.class).list())
                .containsExactly(
                        "EX-1 2999-02-01 05:00 true", "EX-2 2026-06-22 00:00 false", "EX-3 2999-01-28 05:00 true");
    }

    @Test
    void what_was_chosen_to_end_stands_in_the_record_of_its_case() {
        assertThat(jdbc.sql("""
                                select o.reference || ' ' || m.author || ' ' || to_char(m.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' '
                                       || m.internal || chr(10) || m.text
                                  from objection_message m join objection o on o.id = m.objection where m.kind = 'ELECTED'""").query(String.class).list()).containsExactly("""
                        EX-2 customer:7/contact:70 2026-06-22 10:00 false
                        - O-1: the whole order; last day of use 30 June 2026 (America/Toronto)
                        - O-2: L-1, L-2; last day of use 31 July 2026 (America/Toronto)""");
    }

    @Test
    void nobody_is_told_of_an_end_of_orders_that_lies_behind() {
        assertThat(jdbc.sql("""
                                select reference || ' ' || to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || (end_told_at is null)
                                  from termination where customer <> 8 order by 1""").query(String.class).list())
                .containsExactly(
                        "TRM-1 2026-08-01 00:00 false",
                        "TRM-2 2026-09-01 00:00 false",
                        "TRM-3 2026-08-01 04:00 false",
                        "TRM-4 2999-08-01 04:00 true");
    }

    @Test
    void nobody_is_told_of_a_task_that_was_there_before() {
        assertThat(count("task_arrival")).isZero();
    }

    private static void objection(String reference, String customer, int round, String state, String received) {
        jdbc.sql("""
                        insert into objection (reference, change_reference, register, round, policy_version, customer, state, filing,
                               received_at, late, answer_due_at, due_at)
                        select :reference, 'C-1', 'r', :round, 1, id, :state, '{"contact": 70}', :received::timestamptz, false,
                               '2026-06-20T00:00Z', '2026-06-20T00:00Z'
                          from customer where external_id = :customer""")
                .param("reference", reference)
                .param("round", round)
                .param("state", state)
                .param("received", received)
                .param("customer", customer)
                .update();
    }

    private static Instant acknowledged(String customer) {
        return time("select acknowledged_at from notice n join customer c on c.id = n.customer and c.external_id = '"
                + customer + "'");
    }

    private static Instant handedOver(String state) {
        return time("select handed_over_at from notice_contact where state = '" + state + "'");
    }

    private static Instant time(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getObject(1, OffsetDateTime.class)).list().stream()
                .map(at -> at == null ? null : at.toInstant())
                .toList()
                .get(0);
    }

    private static long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
