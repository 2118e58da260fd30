package fairnotice.notice.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.notice.ClockSummary;
import fairnotice.notice.ContactOutcome;
import fairnotice.notice.Dispatch;
import fairnotice.notice.NewNotice;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeCounts;
import fairnotice.notice.Notices;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices {

    /** A notice that still counts: neither left out nor ended by an amendment or withdrawal, of a customer that is still bound. */
    private static final String BINDS =
            " left_out_at is null and superseded_at is null and (bound_until is null or bound_until > :at) ";

    private final JdbcClient jdbc;
    private final NoticeRows rows;

    JdbcNotices(JdbcClient jdbc, NoticeRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Map<Long, Long> add(Dispatch telling, List<NewNotice> page, Instant at) {
        if (page.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> added = new HashMap<>();
        NoticeColumns columns = NoticeColumns.of(page);
        columns.bind(jdbc.sql("""
                        insert into notice (reference, round, register, policy_version, created_at, customer, told, may_object,
                               notice_period, notice_clause, objection_period, objection_clause, bound_until,
                               started_at, started_by, notice_last_day, notice_ends_at, notice_explanation,
                               objection_last_day, objections_close_at, objection_explanation)
                        select :reference, :round, :register, :policyVersion, :at, n.*
                          from unnest(:customer::bigint[], :told::boolean[], :mayObject::boolean[],
                                      :noticePeriod::text[], :noticeClause::text[], :objectionPeriod::text[], :objectionClause::text[],
                                      :boundUntil::timestamptz[], :startedAt::timestamptz[], :startedBy::text[],
                                      :noticeLastDay::date[], :noticeEndsAt::timestamptz[], :noticeExplanation::text[],
                                      :objectionLastDay::date[], :objectionsCloseAt::timestamptz[], :objectionExplanation::text[]) n
                        on conflict (reference, round, customer) do nothing
                        returning customer, id""")
                        .param("reference", telling.reference())
                        .param("round", telling.round())
                        .param("register", telling.register())
                        .param("policyVersion", telling.policyVersion())
                        .param("at", at))
                .query(row -> {
                    added.put(row.getLong("customer"), row.getLong("id"));
                });
        addContacts(page, added, at);
        return added;
    }

    private void addContacts(List<NewNotice> page, Map<Long, Long> added, Instant at) {
        List<ContactOutcome> pending = page.stream()
                .filter(notice -> added.containsKey(notice.customer()))
                .flatMap(notice -> notice.contacts().stream()
                        .map(contact -> ContactOutcome.pending(added.get(notice.customer()), contact, at)))
                .toList();
        saveContacts(pending);
    }

    @Override
    public List<Notice> lock(Collection<Long> ids) {
        return byIds(ids, " for update");
    }

    @Override
    public Optional<Notice> find(long id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Notice> byIds(Collection<Long> ids) {
        return byIds(ids, "");
    }

    private List<Notice> byIds(Collection<Long> ids, String how) {
        return jdbc.sql("select * from notice where id = any(:ids::bigint[]) order by id" + how)
                .param("ids", ids.toArray(Long[]::new))
                .query(rows::notice)
                .list();
    }

    @Override
    public Optional<Notice> of(String reference, int round, long customer) {
        return jdbc.sql("select * from notice where reference = :reference and round = :round and customer = :customer")
                .param("reference", reference)
                .param("round", round)
                .param("customer", customer)
                .query(rows::notice)
                .optional();
    }

    @Override
    public List<Notice> ofCustomer(long customer) {
        return jdbc.sql("select * from notice where customer = :customer order by id desc limit 100")
                .param("customer", customer)
                .query(rows::notice)
                .list();
    }

    @Override
    public Map<String, Notice> lastOf(long customer, Collection<String> references) {
        return jdbc
                .sql("""
                        select distinct on (reference) * from notice
                         where customer = :customer and reference = any(:references::text[])
                         order by reference, round desc""")
                .param("customer", customer)
                .param("references", references.toArray(String[]::new))
                .query(rows::notice)
                .list()
                .stream()
                .collect(Collectors.toMap(Notice::reference, Function.identity()));
    }

    @Override
    public List<Notice> told(String reference, int round, long after, int limit, boolean unacknowledged) {
        return jdbc.sql("""
                        select * from notice
                         where reference = :reference and round = :round and id > :after and told
                           and (not :unacknowledged or (acknowledged_at is null and left_out_at is null
                                                        and superseded_at is null and started_at is not null))
                         order by id limit :limit""")
                .param("reference", reference)
                .param("round", round)
                .param("after", after)
                .param("unacknowledged", unacknowledged)
                .param("limit", limit)
                .query(rows::notice)
                .list();
    }

    @Override
    public List<Notice> given(String reference, int round, long after, int limit) {
        return jdbc.sql("""
                        select * from notice where reference = :reference and round = :round and id > :after
                         order by id limit :limit""")
                .param("reference", reference)
                .param("round", round)
                .param("after", after)
                .param("limit", limit)
                .query(rows::notice)
                .list();
    }

    @Override
    public List<Notice> page(String reference, int round, int offset, int limit) {
        return jdbc.sql("""
                        select * from notice where reference = :reference and round = :round
                         order by (started_at is null) desc, id offset :offset limit :limit""")
                .param("reference", reference)
                .param("round", round)
                .param("offset", offset)
                .param("limit", limit)
                .query(rows::notice)
                .list();
    }

    @Override
    public Optional<Notice> lastToEnd(String reference, int round) {
        return last("notice_ends_at", "true", reference, round);
    }

    @Override
    public Optional<Notice> lastToClose(String reference, int round) {
        return last("objections_close_at", "may_object", reference, round);
    }

    private Optional<Notice> last(String end, String which, String reference, int round) {
        return jdbc.sql("""
                        select * from notice
                         where reference = :reference and round = :round and left_out_at is null and superseded_at is null
                           and started_at is not null and %s
                         order by least(%s, coalesce(bound_until, 'infinity')) desc, id limit 1""".formatted(which, end))
                .param("reference", reference)
                .param("round", round)
                .query(rows::notice)
                .optional();
    }

    @Override
    public void saveClocks(Collection<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        ClockColumns.of(notices).bind(jdbc.sql("""
                                update notice n
                                   set started_at = c.started_at, started_by = c.started_by,
                                       notice_last_day = c.notice_last_day, notice_ends_at = c.notice_ends_at,
                                       notice_explanation = c.notice_explanation,
                                       objection_last_day = c.objection_last_day, objections_close_at = c.objections_close_at,
                                       objection_explanation = c.objection_explanation, unreached_since = c.unreached_since,
                                       missed_at = c.missed_at
                                  from unnest(:id::bigint[], :startedAt::timestamptz[], :startedBy::text[],
                                              :noticeLastDay::date[], :noticeEndsAt::timestamptz[], :noticeExplanation::text[],
                                              :objectionLastDay::date[], :objectionsCloseAt::timestamptz[],
                                              :objectionExplanation::text[], :unreachedSince::timestamptz[], :missedAt::timestamptz[])
                                       as c (id, started_at, started_by, notice_last_day, notice_ends_at, notice_explanation,
                                             objection_last_day, objections_close_at, objection_explanation, unreached_since, missed_at)
                                 where n.id = c.id""")).update();
        jdbc.sql("""
                        insert into late_notice (notice)
                        select n.id from notice n
                         where n.id = any(:ids::bigint[]) and n.started_at is not null
                           and exists (select from telling t where t.reference = n.reference and t.round = n.round
                                                               and t.occasion = 'IN_EFFECT')
                        on conflict do nothing""")
                .param("ids", notices.stream().map(Notice::id).toArray(Long[]::new))
                .update();
    }

    @Override
    public void saveBounds(Map<Long, Instant> boundUntilByCustomer) {
        jdbc.sql("""
                        update notice n set bound_until = c.until
                          from unnest(:customers::bigint[], :untils::timestamptz[]) as c (customer, until)
                         where n.customer = c.customer and n.superseded_at is null
                           and n.bound_until is distinct from c.until""")
                .param("customers", boundUntilByCustomer.keySet().toArray(Long[]::new))
                .param(
                        "untils",
                        boundUntilByCustomer.values().stream()
                                .map(until -> until == null ? null : until.toString())
                                .toArray(String[]::new))
                .update();
    }

    @Override
    public String calendarId(long notice) {
        return jdbc.sql("select coalesce(calendar_id, 'notice-' || id) from notice where id = :id")
                .param("id", notice)
                .query(String.class)
                .single();
    }

    @Override
    public List<ContactOutcome> contacts(Collection<Long> notices) {
        return jdbc.sql("select * from notice_contact where notice = any(:ids::bigint[])")
                .param("ids", notices.toArray(Long[]::new))
                .query(rows::contact)
                .list();
    }

    @Override
    public void saveContacts(Collection<ContactOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notice_contact (notice, contact, state, at, handed_over_at, unconfirmed_epoch)
                        select * from unnest(:notices::bigint[], :contacts::bigint[], :states::text[], :ats::timestamptz[],
                                             :handedOver::timestamptz[], :unconfirmed::integer[])
                        on conflict (notice, contact) do update
                           set state = excluded.state, at = excluded.at,
                               unconfirmed_epoch = case when excluded.state = 'PENDING' then excluded.unconfirmed_epoch
                                                        else notice_contact.unconfirmed_epoch end,
                               counts_from = case when excluded.state = 'PENDING' then null else notice_contact.counts_from end,
                               handed_over_at = case when excluded.state = 'PENDING' then null
                                                     when notice_contact.state in ('REFUSED', 'BOUNCED') and excluded.state in ('HANDED_OVER', 'DELIVERED')
                                                         then excluded.handed_over_at
                                                     else coalesce(notice_contact.handed_over_at, excluded.handed_over_at) end""")
                .param("notices", outcomes.stream().map(ContactOutcome::notice).toArray(Long[]::new))
                .param(
                        "contacts",
                        outcomes.stream().map(ContactOutcome::contact).toArray(Long[]::new))
                .param(
                        "states",
                        outcomes.stream().map(each -> each.state().name()).toArray(String[]::new))
                .param(
                        "ats",
                        outcomes.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .param(
                        "handedOver",
                        outcomes.stream()
                                .map(ContactOutcome::handedOverAt)
                                .map(at -> at == null ? null : at.toString())
                                .toArray(String[]::new))
                .param(
                        "unconfirmed",
                        outcomes.stream().map(ContactOutcome::unconfirmed).toArray(Integer[]::new))
                .update();
    }

    @Override
    public void confirmContacts(Collection<ContactOutcome> confirmed, Instant from) {
        jdbc.sql("""
                        update notice_contact c set unconfirmed_epoch = null, counts_from = :from
                          from unnest(:notices::bigint[], :contacts::bigint[]) as n (notice, contact)
                         where c.notice = n.notice and c.contact = n.contact""")
                .param("notices", confirmed.stream().map(ContactOutcome::notice).toArray(Long[]::new))
                .param(
                        "contacts",
                        confirmed.stream().map(ContactOutcome::contact).toArray(Long[]::new))
                .param("from", from)
                .update();
    }

    @Override
    public List<Long> writtenToUnconfirmed(Collection<Long> customers) {
        return jdbc.sql("""
                        select n.id from notice n
                         where n.customer = any(:customers::bigint[]) and n.superseded_at is null
                           and exists (select from notice_contact c where c.notice = n.id and c.unconfirmed_epoch is not null)
                         order by n.id""")
                .param("customers", customers.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    @Override
    public void acknowledge(long id, long contact, Instant at) {
        jdbc.sql("""
                        update notice set acknowledged_at = :at, acknowledged_by = :contact
                         where id = :id and acknowledged_at is null""").param("at", at).param("contact", contact).param("id", id).update();
    }

    @Override
    public List<Long> leaveOutUnstarted(String reference, int round, Instant at) {
        return jdbc.sql(
                        "update notice set left_out_at = :at where reference = :reference and round = :round and started_at is null"
                                + " and " + BINDS + " returning id")
                .param("at", at)
                .param("reference", reference)
                .param("round", round)
                .query(Long.class)
                .list();
    }

    @Override
    public Set<Long> given(String reference, int round, Collection<Long> customers) {
        return new HashSet<>(jdbc.sql("""
                        select customer from notice
                         where reference = :reference and round = :round and customer = any(:customers::bigint[])""")
                .param("reference", reference)
                .param("round", round)
                .param("customers", customers.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    @Override
    public void leaveOut(Collection<Long> ids, Instant at) {
        jdbc.sql("update notice set left_out_at = :at where id = any(:ids::bigint[])")
                .param("at", at)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    @Override
    public void supersede(String reference, int round, Instant at) {
        jdbc.sql("""
                        update notice set superseded_at = :at
                         where reference = :reference and round = :round and superseded_at is null""")
                .param("at", at)
                .param("reference", reference)
                .param("round", round)
                .update();
    }

    @Override
    public ClockSummary clocks(String reference, int round, Instant at) {
        return jdbc.sql("""
                        select max(least(notice_ends_at, bound_until)) filter (where started_at is not null) as ends,
                               max(least(objections_close_at, bound_until)) filter (where may_object and started_at is not null) as closes,
                               count(*) filter (where started_at is null and (bound_until is null or bound_until > :at)) as unstarted
                          from notice
                         where reference = :reference and round = :round and left_out_at is null and superseded_at is null""")
                .param("reference", reference)
                .param("round", round)
                .param("at", at)
                .query((row, number) ->
                        new ClockSummary(instant(row, "ends"), instant(row, "closes"), row.getLong("unstarted")))
                .single();
    }

    @Override
    public NoticeCounts counts(String reference, int round) {
        return jdbc.sql("""
                        select count(*) as total, count(started_at) as started,
                               count(*) filter (where unreached_since is not null and started_at is null) as unreached,
                               count(acknowledged_at) as acknowledged
                          from notice where reference = :reference and round = :round""")
                .param("reference", reference)
                .param("round", round)
                .query((row, number) -> new NoticeCounts(
                        row.getLong("total"),
                        row.getLong("started"),
                        row.getLong("unreached"),
                        row.getLong("acknowledged")))
                .single();
    }

    @Override
    public long countReached(String reference, int round) {
        return jdbc.sql("""
                        select count(*) from notice n
                         where n.reference = :reference and n.round = :round and n.told
                           and exists (select 1 from notice_contact c
                                        where c.notice = n.id and c.state in ('HANDED_OVER', 'DELIVERED'))""")
                .param("reference", reference)
                .param("round", round)
                .query(Long.class)
                .single();
    }
}
