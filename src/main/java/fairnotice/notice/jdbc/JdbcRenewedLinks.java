package fairnotice.notice.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.notice.RenewedLink;
import fairnotice.notice.RenewedLinks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRenewedLinks implements RenewedLinks {

    private final JdbcClient jdbc;

    JdbcRenewedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RenewedLink add(long notice, long contact, Instant at, Instant endsAt) {
        return jdbc.sql("""
                        insert into renewed_link (notice, contact, made_at, ends_at) values (:notice, :contact, :at, :endsAt)
                        returning *""")
                .param("notice", notice)
                .param("contact", contact)
                .param("at", at)
                .param("endsAt", endsAt)
                .query(JdbcRenewedLinks::link)
                .single();
    }

    @Override
    public Optional<RenewedLink> find(long id) {
        return jdbc.sql("select * from renewed_link where id = :id")
                .param("id", id)
                .query(JdbcRenewedLinks::link)
                .optional();
    }

    private static RenewedLink link(ResultSet row, int number) throws SQLException {
        return new RenewedLink(
                row.getLong("id"), row.getLong("notice"), row.getLong("contact"), instant(row, "ends_at"));
    }
}
