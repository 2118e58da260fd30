package fairnotice.notice.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.notice.StatedService;
import fairnotice.notice.StatedServices;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStatedServices implements StatedServices {

    private final JdbcClient jdbc;

    JdbcStatedServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StatedService> of(String about) {
        return jdbc.sql("select * from service_stated where about = :about")
                .param("about", about)
                .query((row, n) -> new StatedService(
                        row.getString("about"),
                        row.getObject("served_on", LocalDate.class),
                        row.getString("proof"),
                        row.getString("stated_by"),
                        instant(row, "stated_at")))
                .optional();
    }

    @Override
    public void save(StatedService service) {
        jdbc.sql("""
                        insert into service_stated (about, served_on, proof, stated_by, stated_at)
                        values (:about, :on, :proof, :by, :at)
                        on conflict (about) do update
                           set served_on = excluded.served_on, proof = excluded.proof, stated_by = excluded.stated_by,
                               stated_at = excluded.stated_at""")
                .param("about", service.about())
                .param("on", service.on())
                .param("proof", service.proof())
                .param("by", service.by())
                .param("at", service.at())
                .update();
    }

    @Override
    public void remove(String about) {
        jdbc.sql("delete from service_stated where about = :about")
                .param("about", about)
                .update();
    }
}
