package fairnotice.publisher.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.publisher.Logo;
import fairnotice.publisher.Publisher;
import fairnotice.publisher.RequestedAddress;
import fairnotice.publisher.StoredPublisher;
import fairnotice.sql.AfterCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcPublisher implements StoredPublisher {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(10);

    private final JdbcClient jdbc;
    private volatile Remembered remembered;

    JdbcPublisher(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Remembered(Publisher publisher, long at) {}

    @Override
    public Publisher find() {
        Remembered known = remembered;
        if (known != null && System.nanoTime() - known.at() < FRESH) {
            return known.publisher();
        }
        long at = System.nanoTime();
        Publisher read = read();
        // what an open transaction sees may be rolled back
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            remembered = new Remembered(read, at);
        }
        return read;
    }

    @Override
    public Publisher read() {
        return jdbc.sql("""
                        select version, name, imprint, privacy, accent, address, logo_digest, asked_address, asked_by, asked_at
                        from publisher
                        """).query(JdbcPublisher::publisher).optional().orElse(Publisher.UNSET);
    }

    private static Publisher publisher(ResultSet row, int number) throws SQLException {
        String askedBy = row.getString("asked_by");
        return new Publisher(
                row.getInt("version"),
                row.getString("name"),
                row.getString("imprint"),
                row.getString("privacy"),
                row.getString("accent"),
                row.getString("address"),
                row.getString("logo_digest"),
                askedBy == null
                        ? null
                        : new RequestedAddress(row.getString("asked_address"), askedBy, instant(row, "asked_at")));
    }

    @Override
    public Optional<Logo> logo(String digest) {
        return jdbc.sql("select logo_digest, logo from publisher where logo_digest = :digest")
                .param("digest", digest)
                .query((row, number) -> new Logo(row.getString("logo_digest"), row.getBytes("logo")))
                .optional();
    }

    @Override
    public void save(Publisher publisher, Logo logo) {
        RequestedAddress asked = publisher.asked();
        jdbc.sql("""
                        insert into publisher (version, name, imprint, privacy, accent, address, logo_digest, logo, asked_address, asked_by, asked_at)
                        values (:version, :name, :imprint, :privacy, :accent, :address, :digest, :logo, :asked, :by, :at)
                        on conflict (only_one) do update
                        set version = excluded.version, name = excluded.name, imprint = excluded.imprint, privacy = excluded.privacy,
                            accent = excluded.accent, address = excluded.address, logo_digest = excluded.logo_digest,
                            logo = case when excluded.logo_digest is null then null else coalesce(excluded.logo, publisher.logo) end,
                            asked_address = excluded.asked_address, asked_by = excluded.asked_by, asked_at = excluded.asked_at
                        """)
                .param("version", publisher.version())
                .param("name", publisher.name())
                .param("imprint", publisher.imprint())
                .param("privacy", publisher.privacy())
                .param("accent", publisher.accent())
                .param("address", publisher.address())
                .param("digest", publisher.logo())
                .param("logo", logo == null ? null : logo.png())
                .param("asked", asked == null ? null : asked.address())
                .param("by", asked == null ? null : asked.askedBy())
                .param("at", asked == null ? null : Timestamp.from(asked.askedAt()))
                .update();
        AfterCommit.run(() -> remembered = null);
    }
}
