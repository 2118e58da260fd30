package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Absence;
import fairnotice.access.Absences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAbsences implements Absences {

    private static final String SELECT =
            "select id, username, deputy, first_day, last_day, asked_by, asked_at, confirmed from staff_absence ";

    private final JdbcClient jdbc;

    JdbcAbsences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Absence> find(String username) {
        return jdbc.sql(SELECT + "where username = :username")
                .param("username", username)
                .query(JdbcAbsences::absence)
                .optional();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("username"),
                row.getString("deputy"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                row.getBoolean("confirmed"));
    }

    @Override
    public void save(Absence absence) {
        remove(absence.username());
        jdbc.sql("""
                        insert into staff_absence (username, deputy, first_day, last_day, asked_by, asked_at, confirmed)
                        values (:username, :deputy, :first, :last, :by, :at, :confirmed)
                        """)
                .param("username", absence.username())
                .param("deputy", absence.deputy())
                .param("first", absence.firstDay())
                .param("last", absence.lastDay())
                .param("by", absence.askedBy())
                .param("at", Timestamp.from(absence.askedAt()))
                .param("confirmed", absence.confirmed())
                .update();
    }

    @Override
    public void remove(String username) {
        jdbc.sql("delete from staff_absence where username = :username")
                .param("username", username)
                .update();
    }

    @Override
    public void removeAllOf(String username) {
        jdbc.sql("delete from staff_absence where :username in (username, deputy)")
                .param("username", username)
                .update();
    }
}
