package fairnotice.subscription.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.refusal.Language;
import fairnotice.subscription.Subscription;
import fairnotice.subscription.Subscriptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubscriptions implements Subscriptions {

    private static final String SUBSCRIPTION = """
            select id, register, email, asked_at, counted_from, asked, confirmed_at, left_at, epoch, language
            from subscription
            """;

    private final JdbcClient jdbc;

    JdbcSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Subscription lockOrAdd(String register, String email, Instant now) {
        jdbc.sql("""
                        insert into subscription (register, email, asked_at, counted_from) values (:register, :email, :now, :now)
                        on conflict (register, lower(email)) do nothing
                        """)
                .param("register", register)
                .param("email", email)
                .param("now", now)
                .update();
        return jdbc.sql(SUBSCRIPTION + "where register = :register and lower(email) = lower(:email) for update")
                .param("register", register)
                .param("email", email)
                .query(JdbcSubscriptions::subscription)
                .single();
    }

    @Override
    public Optional<Subscription> lock(long id) {
        return one("where id = :id for update", id);
    }

    @Override
    public Optional<Subscription> find(long id) {
        return one("where id = :id", id);
    }

    private Optional<Subscription> one(String where, long id) {
        return jdbc.sql(SUBSCRIPTION + where)
                .param("id", id)
                .query(JdbcSubscriptions::subscription)
                .optional();
    }

    @Override
    public void save(Subscription subscription) {
        jdbc.sql("""
                        update subscription set asked_at = :askedAt, counted_from = :countedFrom, asked = :asked,
                            confirmed_at = :confirmedAt::timestamptz, left_at = :leftAt::timestamptz, epoch = :epoch, language = :language
                        where id = :id
                        """)
                .param("askedAt", subscription.askedAt())
                .param("countedFrom", subscription.countedFrom())
                .param("asked", subscription.asked())
                .param("confirmedAt", subscription.confirmedAt())
                .param("leftAt", subscription.leftAt())
                .param("epoch", subscription.epoch())
                .param("language", subscription.language().code())
                .param("id", subscription.id())
                .update();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                row.getString("register"),
                row.getString("email"),
                instant(row, "asked_at"),
                instant(row, "counted_from"),
                row.getInt("asked"),
                instant(row, "confirmed_at"),
                instant(row, "left_at"),
                row.getInt("epoch"),
                Language.known(row.getString("language")).orElse(Language.EN));
    }
}
