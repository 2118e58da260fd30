package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TasksApiTest extends ApiHouse {

    @Test
    void a_review_is_for_the_legal_group_and_tells_its_outcomes() {
        String reference = proposed("legal", "Kappa");

        JsonNode task = task("counsel", reference);

        assertThat(task.path("name").asText()).isEqualTo("Review change");
        assertThat(task.path("group").asText()).isEqualTo("legal");
        assertThat(task.path("subject").path("type").asText()).isEqualTo("change");
        assertThat(task.path("outcomes").toString()).isEqualTo("[\"approve\",\"return\",\"reject\"]");
        assertThat(task.path("dueAt").asText()).endsWith("Z");
        assertThat(task.path("assignee").isNull()).isTrue();
    }

    @Test
    void nobody_sees_a_task_that_is_not_his_to_complete() {
        String reference = proposed("legal", "Lambda");

        assertThat(get("legal", "/api/v1/tasks").http().body()).doesNotContain(reference);
        assertThat(get("auditor", "/api/v1/tasks").body()).isEmpty();
        assertThat(get("counsel", "/api/v1/tasks?group=finance").body()).isEmpty();
        assertThat(get("counsel", "/api/v1/tasks?group=legal").http().body()).contains(reference);
    }

    @Test
    void tasks_come_page_by_page_and_the_link_leads_through_all_of_them_once() {
        Set<String> proposed =
                Set.of(proposed("legal", "Page One"), proposed("legal", "Page Two"), proposed("legal", "Page Three"));
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/tasks?group=legal&size=2";
        while (next != null) {
            Answer page = get("counsel", next);
            assertThat(page.body().size()).isLessThanOrEqualTo(2);
            page.body().forEach(task -> seen.add(task.at("/subject/reference").asText()));
            next = page.http()
                    .headers()
                    .firstValue("Link")
                    .map(TasksApiTest::next)
                    .orElse(null);
        }

        assertThat(seen).containsAll(proposed).doesNotHaveDuplicates();
        assertThat(get("counsel", "/api/v1/tasks?group=legal").http().headers().firstValue("Link"))
                .isEmpty();
        assertThat(get("counsel", "/api/v1/tasks?page=100000").body()).isEmpty();
        assertThat(get("counsel", "/api/v1/tasks?page=0").fields()).containsExactly("page");
        assertThat(get("counsel", "/api/v1/tasks?size=0").fields()).containsExactly("size");
        assertThat(get("counsel", "/api/v1/tasks?page=x").status()).isEqualTo(422);
    }

    private static String next(String link) {
        assertThat(link).startsWith("</api/v1/tasks?group=legal&page=").endsWith(">; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    @Test
    void a_group_that_is_none_is_refused_with_those_there_are() {
        Answer answer = get("counsel", "/api/v1/tasks?group=sales");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("group");
        assertThat(answer.detail()).contains("legal, finance and admin");
    }

    @Test
    void a_completed_task_answers_with_nothing_and_cannot_be_completed_again() {
        String path = complete(task("counsel", proposed("legal", "My")));

        Answer first = post("counsel", path, "{\"outcome\": \"reject\", \"comment\": \"No contract.\"}");
        Answer second = post("counsel", path, "{\"outcome\": \"reject\", \"comment\": \"No contract.\"}");

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.http().body()).isEmpty();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.detail()).contains("by counsel");
    }

    @Test
    void an_outcome_that_is_none_is_refused_with_those_there_are() {
        String path = complete(task("counsel", proposed("legal", "Ny")));

        Answer answer = post("counsel", path, "{\"outcome\": \"maybe\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("outcome");
        assertThat(answer.detail()).contains("approve, return, reject");
    }

    @Test
    void who_proposed_a_change_cannot_review_it() {
        String path = complete(task("counsel", proposed("legal", "Xi")));

        Answer answer = post("legal", path, "{\"outcome\": \"approve\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-allowed");
        assertThat(answer.detail()).contains("You proposed or amended this change");
    }

    @Test
    void somebody_elses_amendment_lets_no_proposer_review() {
        String reference = proposed("legal", "Omega");
        String amendment = "/api/v1/changes/" + reference + "/amendment";

        Answer empty = post("counsel", amendment, "{\"reason\": \"Just so.\"}");
        Answer amended = post(
                "counsel",
                amendment,
                "{\"reason\": \"It moved.\", \"subprocessor\": {\"location\": \"Dublin, Ireland\"}}");
        String path = complete(task("gc", reference));

        assertThat(empty.status()).isEqualTo(409);
        assertThat(empty.detail()).contains("changes nothing");
        assertThat(amended.status()).isEqualTo(200);
        for (String author : List.of("legal", "counsel")) {
            assertThat(get(author, "/api/v1/tasks").http().body()).as(author).doesNotContain(reference);
            Answer answer = post(author, path, "{\"outcome\": \"approve\"}");
            assertThat(answer.status()).as(author).isEqualTo(403);
            assertThat(answer.detail()).contains("You proposed or amended this change");
        }
        assertThat(post("gc", path, "{\"outcome\": \"approve\"}").status()).isEqualTo(204);
    }

    @Test
    void a_revision_that_hands_in_the_same_again_is_refused() {
        String reference = proposed("legal", "Psi");
        post("counsel", complete(task("counsel", reference)), "{\"outcome\": \"return\", \"comment\": \"Where?\"}");

        Answer same = post("legal", complete(task("legal", reference)), "{\"outcome\": \"submit\"}");

        assertThat(same.status()).isEqualTo(409);
        assertThat(same.detail()).contains("This is the proposal as it was returned.");
    }

    @Test
    void a_returned_change_is_revised_field_by_field_by_who_proposed_it() {
        String reference = proposed("legal", "Omikron");
        post(
                "counsel",
                complete(task("counsel", reference)),
                "{\"outcome\": \"return\", \"comment\": \"Where exactly?\"}");

        Answer revised = post(
                "legal",
                complete(task("legal", reference)),
                "{\"outcome\": \"submit\", \"subprocessor\": {\"location\": \"Dublin, Ireland\"}}");

        assertThat(revised.status()).isEqualTo(204);
        JsonNode change = get("legal", "/api/v1/changes/" + reference).body();
        assertThat(change.path("state").asText()).isEqualTo("IN_REVIEW");
        assertThat(change.at("/proposal/subprocessor/location").asText()).isEqualTo("Dublin, Ireland");
        assertThat(change.at("/proposal/subprocessor/purpose").asText()).isEqualTo("Drafts answers");
    }

    @Test
    void a_task_that_never_was_is_unknown() {
        assertThat(post("counsel", "/api/v1/tasks/none/complete", "{\"outcome\": \"approve\"}")
                        .status())
                .isEqualTo(404);
    }

    private static String complete(JsonNode task) {
        return "/api/v1/tasks/" + task.path("id").asText() + "/complete";
    }
}
