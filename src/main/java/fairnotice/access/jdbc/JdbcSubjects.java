package fairnotice.access.jdbc;

import fairnotice.access.Subjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubjects implements Subjects {

    private final JdbcClient jdbc;

    JdbcSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> register(String subject) {
        return Optional.ofNullable(registers(List.of(subject)).get(subject));
    }

    @Override
    public Map<String, String> registers(Collection<String> subjects) {
        Map<String, String> registers = new HashMap<>();
        jdbc.sql("select subject, register from subject_register where subject = any(:subjects::text[])")
                .param("subjects", subjects.toArray(String[]::new))
                .query(row -> {
                    registers.put(row.getString("subject"), row.getString("register"));
                });
        return registers;
    }
}
