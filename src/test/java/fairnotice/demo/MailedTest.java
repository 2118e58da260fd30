package fairnotice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.embedded.Headed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages that were sent together stand together. */
class MailedTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void one_list_one_subject_and_one_hour_are_one_mailing() {
        List<Mailed> mailed = Mailed.of(List.of(
                mail("c", "Notice", "a.notices", NOON),
                mail("b", "Notice", "a.news", NOON),
                mail("a", "Notice", "a.notices", NOON.minusSeconds(3_600)),
                mail("a", "Other", "a.notices", NOON)));

        assertThat(mailed).extracting(each -> each.newest().id()).containsExactly("c Notice", "b Notice", "a Other");
        assertThat(mailed.get(0).messages()).hasSize(2);
        assertThat(mailed.get(0).id()).isEqualTo("a Notice");
        assertThat(mailed.get(0).recipients()).isEqualTo(2);
    }

    @Test
    void the_same_words_an_hour_later_are_another_mailing() {
        List<Mailed> mailed = Mailed.of(List.of(
                mail("a", "Reminder", "a.notices", NOON),
                mail("a", "Reminder", "a.notices", NOON.minusSeconds(3_601))));

        assertThat(mailed).hasSize(2);
    }

    @Test
    void a_message_without_a_date_or_a_subject_is_shown_too() {
        List<Mailed> mailed =
                Mailed.of(List.of(mail("a", null, "a.notices", null), mail("b", null, "a.notices", NOON)));

        assertThat(mailed)
                .singleElement()
                .satisfies(one -> assertThat(one.recipients()).isEqualTo(2));
    }

    private static DemoInbox.Kept mail(String to, String subject, String list, Instant date) {
        Map<String, String> headers = Map.of("List-Id", "<" + list + ".fairnotice>");
        return new DemoInbox.Kept(to + " " + subject, new Headed(1, to, subject, date, headers));
    }
}
