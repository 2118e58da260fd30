package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.KeptCode;
import fairnotice.access.KeptCodes;
import fairnotice.access.OneTimeCodes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcKeptCodes implements KeptCodes {

    /** Keeps the lock of an act apart from other advisory locks, which have one number. */
    private static final int ONE_TIME_CODES = 16;

    private static final String USED_UP =
            "exists (select 1 from one_time_try t where t.code = c.id and t.tried_by = :by and t.wrong >= :tries)";

    private final JdbcClient jdbc;

    JdbcKeptCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Asked askedThisHour(String act, String by) {
        jdbc.sql("select pg_advisory_xact_lock(:codes, hashtext(:act || ' ' || :by))")
                .param("codes", ONE_TIME_CODES)
                .param("act", act)
                .param("by", by)
                .query((row, number) -> true)
                .list();
        return jdbc.sql("""
                select count(*) as codes,
                       coalesce(bool_or(replaced_at is null and redeemed_at is null and expires_at > now() and not %s), false) as usable,
                       coalesce(ceil(extract(epoch from min(issued_at) + interval '1 hour' - now()) / 60), 0)::int as minutes_to_next
                from one_time_code c
                where act = :act and asked_by = :by and issued_at > now() - interval '1 hour'
                """.formatted(USED_UP))
                .param("act", act)
                .param("by", by)
                .param("tries", OneTimeCodes.TRIES)
                .query(Asked.class)
                .single();
    }

    @Override
    public int mailedThisHour(long holder, String purpose, String by) {
        return jdbc.sql("""
                select count(*) from one_time_code
                where holder = :holder and purpose = :purpose and asked_by = :by and issued_at > now() - interval '1 hour'
                """)
                .param("holder", holder)
                .param("purpose", purpose)
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void add(KeptCode code, String by, Instant statedUntil) {
        forgetOld();
        jdbc.sql("""
                update one_time_code set replaced_at = now()
                where purpose = :purpose and act = :act and holder = :holder and asked_by = :by
                  and replaced_at is null and redeemed_at is null
                """)
                .param("purpose", code.purpose())
                .param("act", code.act())
                .param("holder", code.holder())
                .param("by", by)
                .update();
        jdbc.sql("""
                insert into one_time_code (purpose, act, holder, asked_by, key_id, hash, expires_at, stated_until)
                values (:purpose, :act, :holder, :by, :key, :hash, now() + :minutes * interval '1 minute', :stated)
                """)
                .param("purpose", code.purpose())
                .param("act", code.act())
                .param("holder", code.holder())
                .param("by", by)
                .param("key", code.key())
                .param("hash", code.hash())
                .param("minutes", OneTimeCodes.VALID_MINUTES)
                .param("stated", statedUntil)
                .update();
    }

    @Override
    public Optional<Instant> statedUntil(String act, long holder, String by) {
        return jdbc.sql("""
                select stated_until from one_time_code c
                where act = :act and holder = :holder and replaced_at is null and redeemed_at is null
                  and expires_at > now() and stated_until is not null and not %s
                order by id desc limit 1
                """.formatted(USED_UP))
                .param("act", act)
                .param("holder", holder)
                .param("by", by)
                .param("tries", OneTimeCodes.TRIES)
                .query((row, number) -> instant(row, "stated_until"))
                .optional();
    }

    /** A few at a time, those of other days: nobody is told any more what became of them. */
    private void forgetOld() {
        jdbc.sql("""
                delete from one_time_code where id in (
                    select id from one_time_code where issued_at < now() - interval '1 day'
                    order by issued_at limit 100 for update skip locked)
                """).update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Tried attempt(String act, String by, Predicate<KeptCode> right) {
        jdbc.sql("""
                insert into one_time_try (code, tried_by)
                select id, :by from one_time_code where act = :act order by id
                on conflict do nothing
                """).param("act", act).param("by", by).update();
        List<KeptCode> all = all(act, by);
        KeptCode found = all.stream()
                .filter(code -> !code.isUsedUp())
                .filter(right)
                .findFirst()
                .orElse(null);
        if (found != null) {
            return new Tried(found, all);
        }
        Long[] live = all.stream().filter(KeptCode::isLive).map(KeptCode::id).toArray(Long[]::new);
        jdbc.sql("update one_time_try set wrong = wrong + 1 where code = any (:live) and tried_by = :by")
                .param("live", live)
                .param("by", by)
                .update();
        return new Tried(null, all(act, by));
    }

    /** The counters are locked, in the order of their codes, so that tries made at once are counted one after the other. */
    private List<KeptCode> all(String act, String by) {
        return jdbc.sql("""
                select c.id, c.purpose, c.act, c.holder, c.key_id as key, c.hash, t.wrong, c.expires_at <= now() as expired,
                       c.replaced_at is not null as replaced, c.redeemed_at is not null as redeemed
                from one_time_code c join one_time_try t on t.code = c.id and t.tried_by = :by
                where c.act = :act
                order by c.id desc
                for update of t
                """)
                .param("act", act)
                .param("by", by)
                .query(KeptCode.class)
                .list();
    }

    @Override
    @Transactional
    public boolean redeem(long id) {
        return jdbc.sql("update one_time_code set redeemed_at = now() where id = :id and redeemed_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }
}
