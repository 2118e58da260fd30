package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fairnotice.attachment.Attachment;
import fairnotice.objection.Objections;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ObjectionsApiTest extends ApiHouse {

    private static final String MARKUP = "<script>alert(1)</script>";

    @Autowired
    private Threads threads;

    @Autowired
    private Objections objections;

    /** A change that is announced, with a customer that may object to it and has one order. */
    private String announced(String vendor, String customer) {
        Answer imported = put("admin", "/api/v1/registers/opsticket/customers", """
                [{"id": "%1$s", "name": "Customer %1$s", "plan": "enterprise",
                  "contacts": [{"name": "Ann", "email": "ann@%1$s.example.com", "roles": ["PRIVACY"]}],
                  "orders": [{"id": "O-%1$s", "product": "Seats", "begins": "2026-01-01", "ends": "2030-12-31",
                              "prepaid": 100, "currency": "EUR"}]}]""".formatted(customer));
        assertThat(imported.status()).as(imported.http().body()).isEqualTo(200);
        String reference = proposed("legal", vendor);
        await(() ->
                !get("counsel", "/api/v1/tasks?reference=" + reference).body().isEmpty());
        post(
                "counsel",
                "/api/v1/tasks/" + task("counsel", reference).path("id").asText() + "/complete",
                "{\"outcome\": \"approve\"}");
        await(() -> get("legal", "/api/v1/changes/" + reference)
                .body()
                .path("state")
                .asText()
                .equals("IN_NOTICE"));
        return reference;
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a minute").isLessThan(until);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Answer record(String who, String change, String customer, String more) {
        return post(who, "/api/v1/changes/" + change + "/objections", """
                {"customer": %s, "channel": "LETTER", "receivedAt": "%s", "sender": "Ann", "organisation": "Some Ltd"%s}""".formatted(
                        customer == null ? "null" : "\"" + customer + "\"", now(), more));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void an_objection_written_down_is_created_under_its_reference_and_tells_where_it_stands() {
        String change = announced("Rec", "rec");

        Answer answer = record(
                "legal",
                change,
                "rec",
                ", \"grounds\": \"LOCATION\", \"text\": \"Not there\", \"orders\": [\"O-rec\"]");

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        JsonNode body = answer.body();
        String reference = body.path("reference").asText();
        assertThat(reference).matches("OBJ-\\d{4}-\\d{4,}");
        assertThat(answer.http().headers().firstValue("Location")).hasValue("/api/v1/objections/" + reference);
        assertThat(body.path("change").asText()).isEqualTo(change);
        assertThat(body.path("register").asText()).isEqualTo("opsticket");
        assertThat(body.path("customer").toString()).isEqualTo("{\"id\":\"rec\",\"name\":\"Customer rec\"}");
        assertThat(body.path("state").asText()).isEqualTo("ASSESSMENT");
        assertThat(body.path("channel").asText()).isEqualTo("LETTER");
        assertThat(body.path("orders").toString()).isEqualTo("[\"O-rec\"]");
        assertThat(body.path("late").asBoolean()).isFalse();
        assertThat(body.path("windowClosesAt").asText()).endsWith("Z");
        assertThat(body.path("answerDueAt").asText()).endsWith("Z");
        assertThat(body.get("unreached").asBoolean()).isFalse();
        assertThat(body.path("offer").isNull()).isTrue();
        assertThat(body.path("settledAt").isNull()).isTrue();
        assertThat(body.at("/messages/0/from").asText()).isEqualTo("customer");
        assertThat(body.at("/messages/0/author").isNull()).isTrue();
        assertThat(body.at("/messages/0/kind").asText()).isEqualTo("FILED");
        assertThat(get("auditor", "/api/v1/objections/" + reference).body().path("text"))
                .isEqualTo(body.path("text"));
        assertThat(get("legal", "/api/v1/changes/" + change)
                        .body()
                        .path("objections")
                        .toString())
                .isEqualTo("{\"open\":1,\"total\":1}");
        assertThat(get("legal", "/api/v1/changes?limit=200").body())
                .anyMatch(line -> line.path("reference").asText().equals(change)
                        && line.at("/objections/open").asInt() == 1);
    }

    @Test
    void one_from_nobody_known_is_unmatched_and_a_task_about_it_can_be_asked_for() {
        String change = announced("Unk", "unk");

        String reference =
                record("admin", change, null, "").body().path("reference").asText();
        JsonNode body = get("legal", "/api/v1/objections/" + reference).body();

        assertThat(body.path("state").asText()).isEqualTo("UNMATCHED");
        assertThat(body.path("customer").isNull()).isTrue();
        assertThat(body.at("/messages/0/from").asText()).isEqualTo("sender");
        await(() -> get("legal", "/api/v1/tasks?reference=" + reference).body().size() == 1);
        JsonNode task =
                get("legal", "/api/v1/tasks?reference=" + reference).body().get(0);
        assertThat(task.path("kind").asText()).isEqualTo("MATCH_OBJECTION");
        assertThat(task.at("/subject/type").asText()).isEqualTo("objection");
        assertThat(get("legal", "/api/v1/tasks?group=finance&reference=" + reference)
                        .body())
                .isEmpty();
        assertThat(get("auditor", "/api/v1/tasks?reference=" + reference).body())
                .isEmpty();
    }

    @Test
    void a_field_that_a_case_s_task_does_not_have_is_named() {
        String change = announced("Fld", "fld");
        String objection =
                record("legal", change, null, "").body().path("reference").asText();
        await(() -> get("legal", "/api/v1/tasks?reference=" + objection).body().size() == 1);
        String task = get("legal", "/api/v1/tasks?reference=" + objection)
                .body()
                .at("/0/id")
                .asText();

        Answer answer = post(
                "legal",
                "/api/v1/tasks/" + task + "/complete",
                "{\"outcome\": \"decline\", \"comment\": \"Nobody's\", \"paidWith\": \"TX-9\"}");

        assertThat(answer.status()).as(answer.detail()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("paidWith");
    }

    @Test
    void the_list_is_filtered_by_change_and_by_what_is_open() {
        String change = announced("Lst", "lst");
        String first =
                record("legal", change, null, "").body().path("reference").asText();
        String second =
                record("legal", change, "lst", "").body().path("reference").asText();
        await(() -> get("legal", "/api/v1/tasks?reference=" + first).body().size() == 1);
        String task = get("legal", "/api/v1/tasks?reference=" + first)
                .body()
                .at("/0/id")
                .asText();
        assertThat(post(
                                "gc",
                                "/api/v1/tasks/" + task + "/complete",
                                "{\"outcome\": \"decline\", \"comment\": \"Nobody's\"}")
                        .status())
                .isEqualTo(204);

        JsonNode all = get("auditor", "/api/v1/objections?change=" + change).body();
        JsonNode open = get("auditor", "/api/v1/objections?change=" + change + "&open=true")
                .body();
        JsonNode paged = get("auditor", "/api/v1/objections?change=" + change + "&offset=1&limit=1")
                .body();

        assertThat(all.findValuesAsText("reference")).containsExactly(second, first);
        assertThat(open.findValuesAsText("reference")).containsExactly(second);
        assertThat(paged.findValuesAsText("reference")).containsExactly(first);
        assertThat(all.at("/0/customer/id").asText()).isEqualTo("lst");
        assertThat(get("auditor", "/api/v1/objections?change=NOBODY-1").status())
                .isEqualTo(404);
        assertThat(get("auditor", "/api/v1/objections?open=perhaps").status()).isEqualTo(422);
    }

    @Test
    void words_to_the_customer_and_internal_notes_are_told_apart() {
        String path = "/api/v1/objections/"
                + record("legal", announced("Wrd", "wrd"), "wrd", "")
                        .body()
                        .path("reference")
                        .asText();

        Answer said = post("legal", path + "/messages", "{\"text\": \"What exactly?\"}");
        post("legal", path + "/messages", "{\"text\": \"A big one\", \"internal\": true}");

        assertThat(said.status()).isEqualTo(201);
        JsonNode messages = get("auditor", path).body().path("messages");
        assertThat(messages).hasSize(3);
        assertThat(messages.at("/1/from").asText()).isEqualTo("staff");
        assertThat(messages.at("/1/author").asText()).isEqualTo("legal");
        assertThat(messages.at("/1/internal").asBoolean()).isFalse();
        assertThat(messages.at("/2/internal").asBoolean()).isTrue();
        assertThat(post("legal", path + "/messages", "{\"text\": \" \"}").fields())
                .containsExactly("text");
        assertThat(post("legal", path + "/messages", "{\"text\": \"x\", \"internal\": \"yes\"}")
                        .status())
                .isEqualTo(422);
        assertThat(post("auditor", path + "/messages", "{\"text\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(post("admin", path + "/messages", "{\"text\": \"x\"}").status())
                .isEqualTo(403);
    }

    @Test
    void an_attachment_is_always_saved_and_never_shown() {
        String reference = record("legal", announced("Att", "att"), "att", "")
                .body()
                .path("reference")
                .asText();
        byte[] content = "<b>not a page</b>".getBytes(StandardCharsets.UTF_8);
        long objection = objections.getByReference(reference).id();
        threads.say(
                objection,
                Instant.now(),
                "customer:1",
                ThreadMessage.Kind.ADDED,
                false,
                "See",
                List.of(new Attachment("Grün \"x\".txt", "text/plain;charset=UTF-8", content)));

        JsonNode shown =
                get("auditor", "/api/v1/objections/" + reference).body().at("/messages/1/attachments/0");
        Answer file = get(
                "auditor",
                "/api/v1/objections/" + reference + "/attachments/"
                        + shown.path("id").asText());

        assertThat(shown.path("size").asInt()).isEqualTo(content.length);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.type()).startsWith("text/plain");
        assertThat(file.http().headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Gr%C3%BCn");
        assertThat(file.http().headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        String other = record("legal", objections.getByReference(reference).change(), null, "")
                .body()
                .path("reference")
                .asText();
        assertThat(get(
                                "auditor",
                                "/api/v1/objections/" + other + "/attachments/"
                                        + shown.path("id").asText())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "sender, '', sender",
        "sender, '<script>alert(1)</script>', sender",
        "channel, 'LINK', channel",
        "channel, 'PIGEON', channel",
        "receivedAt, '2999-01-01T00:00:00Z', receivedAt",
        "receivedAt, '2001-01-01T00:00:00Z', receivedAt",
        "receivedAt, 'yesterday', receivedAt",
        "customer, 'nobody', customer",
        "email, 'no address', email",
        "grounds, 'TASTE', grounds",
        "receved, 'x', receved"
    })
    void what_cannot_be_used_is_refused_beside_its_field(String field, String value, String wrong) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("channel", "EMAIL").put("receivedAt", now().toString()).put("sender", "Ann");
        body.put(field, value);

        Answer answer = post("legal", "/api/v1/changes/" + badInput() + "/objections", body.toString());

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(wrong);
    }

    private static String bad;

    private String badInput() {
        bad = bad == null ? announced("Bad", "bad") : bad;
        return bad;
    }

    @Test
    void an_enormous_text_and_orders_of_somebody_else_are_refused() {
        String change = badInput();

        assertThat(record("legal", change, "bad", ", \"text\": \"" + "x".repeat(4_001) + "\"")
                        .fields())
                .containsExactly("text");
        assertThat(record("legal", change, "bad", ", \"orders\": [\"O-other\"]").fields())
                .containsExactly("orders");
        assertThat(record("legal", change, "bad", ", \"orders\": [null]").status())
                .isEqualTo(422);
        assertThat(record("legal", change, "bad", ", \"text\": \"" + MARKUP + "\"")
                        .fields())
                .containsExactly("text");
    }

    @Test
    void who_may_only_read_records_nothing_and_what_does_not_exist_is_unknown() {
        String change = badInput();

        assertThat(record("auditor", change, "bad", "").status()).isEqualTo(403);
        assertThat(record("legal", "OPSTICKET-1999-0001", "bad", "").status()).isEqualTo(404);
        assertThat(record("legal", proposed("legal", "Secretive"), null, "").status())
                .isEqualTo(404);
        assertThat(get("legal", "/api/v1/objections/OBJ-1999-0001").status()).isEqualTo(404);
        assertThat(post("legal", "/api/v1/objections/OBJ-1999-0001/messages", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(get(null, "/api/v1/objections").status()).isEqualTo(401);
    }
}
