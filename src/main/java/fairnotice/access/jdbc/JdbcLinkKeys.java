package fairnotice.access.jdbc;

import fairnotice.access.LinkKey;
import fairnotice.access.LinkKeys;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLinkKeys implements LinkKeys {

    private final JdbcClient jdbc;

    JdbcLinkKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On the caller's connection: a second one for every link to read could be had by forged links alone, until none is left. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<LinkKey> all() {
        return jdbc.sql("select id, secret from link_key order by id")
                .query((row, number) -> new LinkKey(row.getInt("id"), row.getBytes("secret")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(LinkKey key) {
        jdbc.sql("insert into link_key (id, secret) values (:id, :secret) on conflict (id) do nothing")
                .param("id", key.id())
                .param("secret", key.secret())
                .update();
        jdbc.sql("update link_key set retired_at = now() where id < :id and retired_at is null")
                .param("id", key.id())
                .update();
    }
}
