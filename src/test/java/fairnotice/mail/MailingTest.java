package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailingTest {

    @Test
    void a_mailing_to_staff_is_known_by_its_key() {
        assertThat(mailing("staff/tasks/1").isToStaff()).isTrue();
        assertThat(mailing("objection/OBJ-2026-0001/receipt").isToStaff()).isFalse();
    }

    private static Mailing mailing(String key) {
        return new Mailing(1, key, Kind.CONTRACTUAL, "opsticket", null, Map.of(), null, null, null, null, null);
    }
}
