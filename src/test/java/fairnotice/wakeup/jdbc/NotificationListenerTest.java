package fairnotice.wakeup.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealDatabase;
import fairnotice.wakeup.Bell;
import fairnotice.wakeup.Listening;
import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class NotificationListenerTest {

    /** Far longer than anything here takes: what comes sooner was told. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final DataSource database = RealDatabase.empty();
    private final WakeUps wakeUps = new WakeUps();
    private final Bell mail = wakeUps.bell(Work.MAIL);
    private final Bell process = wakeUps.bell(Work.PROCESS);

    @Test
    void all_look_once_it_listens_because_nobody_knows_what_was_said_before() throws InterruptedException {
        try (Listening listening = new Listening(database, wakeUps)) {

            assertThat(mail.await(LONG)).isTrue();
            assertThat(process.await(LONG)).isTrue();
        }
    }

    @Test
    void what_another_connection_says_wakes_those_it_is_for_and_nobody_else() throws InterruptedException {
        try (Listening listening = new Listening(database, wakeUps)) {
            awaitBoth();

            say("A LATER VERSION'S WORD");
            say("MAIL");

            assertThat(mail.await(LONG)).isTrue();
            assertThat(process.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void a_lost_connection_is_taken_up_again_and_all_look_for_what_they_missed() throws InterruptedException {
        try (Listening listening = new Listening(database, wakeUps)) {
            awaitBoth();

            assertThat(Listening.cutOff(database)).isEqualTo(1);

            awaitBoth();
            say("PROCESS");
            assertThat(process.await(LONG)).isTrue();
        }
    }

    private void awaitBoth() throws InterruptedException {
        assertThat(mail.await(LONG)).isTrue();
        assertThat(process.await(LONG)).isTrue();
    }

    private void say(String word) {
        RealDatabase.client(database)
                .sql("select pg_notify('fairnotice', :word)")
                .param("word", word)
                .query((row, n) -> n)
                .list();
    }
}
