package fairnotice.mailserver.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.mailserver.Part;
import fairnotice.mailserver.ServerRequest;
import fairnotice.mailserver.ServerRequests;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcServerRequests implements ServerRequests {

    private final JdbcClient jdbc;

    JdbcServerRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ServerRequest> find(Part part) {
        return jdbc.sql("""
                        select id, host, port, encryption, username, sealed_password, folder, asked_by, asked_at
                          from mail_server_request where part = :part""")
                .param("part", part.name())
                .query((row, n) -> new ServerRequest(
                        row.getLong("id"),
                        part,
                        ServerColumns.server(row),
                        row.getString("asked_by"),
                        instant(row, "asked_at")))
                .optional();
    }

    @Override
    public void save(ServerRequest request) {
        jdbc.sql("""
                        insert into mail_server_request (part, host, port, encryption, username, sealed_password, folder, asked_by, asked_at)
                        values (:part, :host, :port, :encryption, :username, :password, :folder, :by, :at)""")
                .params(ServerColumns.values(request.server()))
                .param("part", request.part().name())
                .param("by", request.askedBy())
                .param("at", Timestamp.from(request.askedAt()))
                .update();
    }

    @Override
    public void remove(Part part) {
        jdbc.sql("delete from mail_server_request where part = :part")
                .param("part", part.name())
                .update();
    }
}
