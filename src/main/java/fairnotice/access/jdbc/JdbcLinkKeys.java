package fairnotice.access.jdbc;

import fairnotice.access.LinkKey;
import fairnotice.access.LinkKeys;
import fairnotice.access.RootKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLinkKeys implements LinkKeys {

    private final JdbcClient jdbc;
    private final RootKey root;

    JdbcLinkKeys(JdbcClient jdbc, RootKey root) {
        this.jdbc = jdbc;
        this.root = root;
    }

    /** On the caller's connection: a second one for every link to read could be had by forged links alone, until none is left. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<LinkKey> all() {
        return jdbc.sql("select id, secret, sealed_by from link_key order by id")
                .query(this::key)
                .list();
    }

    private LinkKey key(ResultSet row, int number) throws SQLException {
        return root.opened(row.getInt("id"), row.getBytes("secret"), row.getString("sealed_by"));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(LinkKey key) {
        jdbc.sql("""
                        insert into link_key (id, secret, sealed_by) values (:id, :secret, :root)
                        on conflict (id) do nothing""")
                .param("id", key.id())
                .param("secret", root.sealed(key))
                .param("root", root.name())
                .update();
        jdbc.sql("update link_key set retired_at = now() where id < :id and retired_at is null")
                .param("id", key.id())
                .update();
    }

    /** Every key is opened, so that one that cannot be stops the start and not the first link. */
    @Override
    @Transactional
    public List<Integer> sealAnew() {
        if (root.name() == null) {
            all();
            return List.of();
        }
        List<LinkKey> others =
                jdbc.sql("""
                        select id, secret, sealed_by from link_key
                        where sealed_by is distinct from :root order by id for update""").param("root", root.name()).query(this::key).list();
        for (LinkKey key : others) {
            jdbc.sql("update link_key set secret = :secret, sealed_by = :root where id = :id")
                    .param("secret", root.sealed(key))
                    .param("root", root.name())
                    .param("id", key.id())
                    .update();
        }
        all();
        return others.stream().map(LinkKey::id).toList();
    }
}
