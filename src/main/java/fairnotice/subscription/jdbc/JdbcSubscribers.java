package fairnotice.subscription.jdbc;

import fairnotice.refusal.Language;
import fairnotice.subscription.Subscriber;
import fairnotice.subscription.Subscribers;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubscribers implements Subscribers {

    private static final String ON_LIST =
            "from subscription where register = :register and confirmed_at is not null and left_at is null";

    private final JdbcClient jdbc;

    JdbcSubscribers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Subscriber> page(String register, long after, int limit) {
        return jdbc.sql("select id, register, email, epoch, language " + ON_LIST
                        + " and id > :after order by id limit :limit")
                .param("register", register)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Subscriber(
                        row.getLong("id"),
                        row.getString("register"),
                        row.getString("email"),
                        row.getInt("epoch"),
                        Language.known(row.getString("language")).orElse(Language.EN)))
                .list();
    }

    @Override
    public long count(String register) {
        return jdbc.sql("select count(*) " + ON_LIST)
                .param("register", register)
                .query(Long.class)
                .single();
    }
}
