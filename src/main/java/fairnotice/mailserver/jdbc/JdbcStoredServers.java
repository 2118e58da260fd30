package fairnotice.mailserver.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.StoredServer;
import fairnotice.mailserver.StoredServers;
import fairnotice.sql.Locks;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStoredServers implements StoredServers {

    private final JdbcClient jdbc;

    JdbcStoredServers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        Locks.hold(jdbc, "mail-server");
    }

    @Override
    public Optional<StoredServer> find(Part part) {
        return jdbc.sql("""
                        select version, host, port, encryption, username, sealed_password, folder, changed_by, changed_at
                          from mail_server where part = :part""")
                .param("part", part.name())
                .query((row, n) -> new StoredServer(
                        part,
                        row.getLong("version"),
                        ServerColumns.server(row),
                        row.getString("changed_by"),
                        instant(row, "changed_at")))
                .optional();
    }

    @Override
    public void save(Part part, MailServer server, String by, Instant at) {
        jdbc.sql("""
                        insert into mail_server (part, version, host, port, encryption, username, sealed_password, folder, changed_by, changed_at)
                        values (:part, nextval('mail_server_version'), :host, :port, :encryption, :username, :password, :folder, :by, :at)
                        on conflict (part) do update
                           set version = excluded.version, host = excluded.host, port = excluded.port, encryption = excluded.encryption,
                               username = excluded.username, sealed_password = excluded.sealed_password, folder = excluded.folder,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .params(ServerColumns.values(server))
                .param("part", part.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void remove(Part part) {
        jdbc.sql("delete from mail_server where part = :part")
                .param("part", part.name())
                .update();
    }
}
