package fairnotice.mailserver.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.mailserver.Proof;
import fairnotice.mailserver.Proofs;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProofs implements Proofs {

    private final JdbcClient jdbc;

    JdbcProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Proof> last() {
        return jdbc.sql("select relay, mailbox, at from mail_proof")
                .query((row, n) -> new Proof(row.getString("relay"), row.getString("mailbox"), instant(row, "at")))
                .optional();
    }

    @Override
    public void save(Proof proof) {
        jdbc.sql("""
                        insert into mail_proof (relay, mailbox, at) values (:relay, :mailbox, :at)
                        on conflict (one) do update set relay = excluded.relay, mailbox = excluded.mailbox, at = excluded.at""")
                .param("relay", proof.relay())
                .param("mailbox", proof.mailbox())
                .param("at", Timestamp.from(proof.at()))
                .update();
    }
}
