package fairnotice.demo.jdbc;

import fairnotice.demo.DemoStory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The demonstration's story in its two tables. */
@Repository
class JdbcDemoStory implements DemoStory {

    private final JdbcClient jdbc;

    JdbcDemoStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean exists() {
        return is("select exists (select from demo)");
    }

    @Override
    public boolean isTaken() {
        return is("select exists (select from register)") && !exists();
    }

    private boolean is(String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }

    @Override
    public void begin(Instant beginsAt, Duration ahead) {
        jdbc.sql("insert into demo (begins_at, ahead_millis) values (:begins, :ahead)")
                .param("begins", beginsAt)
                .param("ahead", ahead.toMillis())
                .update();
    }

    @Override
    public Instant beginsAt() {
        return jdbc.sql("select begins_at from demo")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Override
    public Duration ahead() {
        return Duration.ofMillis(
                jdbc.sql("select ahead_millis from demo").query(Long.class).single());
    }

    @Override
    public void keepAhead(Duration ahead) {
        jdbc.sql("update demo set ahead_millis = :ahead")
                .param("ahead", ahead.toMillis())
                .update();
    }

    @Override
    public boolean isDone(String step) {
        return jdbc.sql("select exists (select from demo_step where name = :name)")
                .param("name", step)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void done(String step, Instant at) {
        jdbc.sql("insert into demo_step (name, done_at) values (:name, :at)")
                .param("name", step)
                .param("at", at)
                .update();
    }
}
