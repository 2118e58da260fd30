package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.inbox.TellingOfTasks;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff hear of a task when it is theirs: what, and until when. OpsTicket gives five days for a review. */
class TaskMailStoryTest extends Story {

    private static final String REGISTER = StoryRegister.TASKS.id();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    @Autowired
    private TellingOfTasks telling;

    @BeforeEach
    void the_tasks_of_other_stories_are_told() {
        telling.tell(telling.collected(Duration.ZERO));
        settle();
    }

    @Test
    void what_arrives_within_minutes_is_one_letter_to_those_who_may_complete_it() {
        LocalDate inTime = today().plusDays(5);
        String first = add(REGISTER, "Mailwise", Map.of());
        String second = add(REGISTER, "Twofold", Map.of());
        settle();
        assertThat(telling.tell(telling.collected(Duration.ofMinutes(2))))
                .as("more may arrive for two minutes")
                .isZero();

        assertThat(telling.tell(telling.collected(Duration.ZERO))).isEqualTo(1);
        settle();

        for (String reviewer : List.of("counsel", "gc")) {
            JsonNode mail = received(reviewer, first).get(0);
            assertThat(mail.get("subject").asText())
                    .isEqualTo("2 tasks for you: Review change " + first + " (Mailwise), due " + DAY.format(inTime)
                            + " (UTC), and 1 more");
            for (String change : List.of(first, second)) {
                assertThat(mail.get("text").asText())
                        .contains(change + " (")
                        .contains("/changes/" + change + "/tasks/"
                                + task("counsel", change).get("id").asText());
            }
            assertThat(mail.get("text").asText())
                    .contains("Review change: " + first + " (Mailwise), last day " + DAY.format(inTime) + " (UTC)");
        }
        assertThat(received("legal", first))
                .as("whoever proposed a change does not review it")
                .isEmpty();
        assertThat(received("admin", first)).isEmpty();
        assertThat(telling.tell(telling.collected(Duration.ZERO)))
                .as("each is told once")
                .isZero();
    }

    @Test
    void a_task_completed_meanwhile_is_not_told_and_a_returned_change_is_its_proposers() {
        LocalDate inTime = today().plusDays(5);
        String change = add(REGISTER, "Halfway", Map.of());
        complete("counsel", change, Map.of("outcome", "return", "comment", "Where in the Netherlands?"));

        assertThat(telling.tell(telling.collected(Duration.ZERO))).isEqualTo(1);
        settle();

        assertThat(received("legal", change))
                .singleElement()
                .satisfies(mail -> assertThat(mail.get("subject").asText())
                        .isEqualTo("Task for you: Revise change " + change + " (Halfway), due " + DAY.format(inTime)
                                + " (UTC)"));
        assertThat(received("gc", change)).as("the review is over").isEmpty();
    }

    @Test
    void a_task_told_after_its_last_day_is_called_overdue() {
        String last = DAY.format(today().plusDays(5));
        String change = add(REGISTER, "Tardy", Map.of());
        settle();
        advance("P6D");

        assertThat(telling.tell(telling.collected(Duration.ZERO))).isEqualTo(1);
        settle();

        JsonNode mail = received("gc", change).stream()
                .filter(each -> each.get("subject").asText().contains("task for you"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.get("subject").asText())
                .isEqualTo("Overdue task for you: Review change " + change + " (Tardy), was due " + last + " (UTC)");
        assertThat(mail.get("text").asText()).contains("(Tardy), last day was " + last + " (UTC)");
        assertThat(received("gc", change))
                .anySatisfy(overdue -> assertThat(overdue.get("subject").asText())
                        .isEqualTo("Overdue: Review change " + change + " (Tardy), was due " + last + " (UTC)"));
    }

    private List<JsonNode> received(String staff, String change) {
        List<JsonNode> found = new ArrayList<>();
        as("legal")
                .get("/api/v1/demo/mailbox?to=" + staff + "@staff.example.com")
                .forEach(mail -> {
                    if (mail.get("text").asText().contains(change)) {
                        found.add(mail);
                    }
                });
        return found;
    }
}
