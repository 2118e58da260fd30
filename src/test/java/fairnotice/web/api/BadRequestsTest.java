package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent wrong is answered with problem+json, a stable type and a sentence, and never with a stack trace. */
class BadRequestsTest extends ApiHouse {

    private static final String CHANGES = "/api/v1/registers/opsticket/changes";

    @Test
    void everything_that_is_missing_is_told_at_once() {
        Answer answer = post("legal", CHANGES, "{\"kind\": \"ADD\"}");

        assertProblem(answer, 422, "invalid");
        assertThat(answer.fields())
                .containsExactly(
                        "reason",
                        "subprocessor.name",
                        "subprocessor.legalEntity",
                        "subprocessor.purpose",
                        "subprocessor.location",
                        "subprocessor.dataCategories",
                        "subprocessor.category");
    }

    @Test
    void a_change_without_a_kind_is_asked_for_it() {
        Answer answer = post("legal", CHANGES, "{}");

        assertProblem(answer, 422, "invalid");
        assertThat(answer.fields()).containsExactly("kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"kind": "SWAP"}                       | kind                  | one of ADD, REPLACE, MODIFY, REMOVE
            {"kind": 0}                            | kind                  | one of ADD, REPLACE, MODIFY, REMOVE
            {"kind": ["ADD"]}                      | kind                  | one of ADD, REPLACE, MODIFY, REMOVE
            {"goLiveAt": "tomorrow"}               | goLiveAt              | a day that exists
            {"goLiveAt": "2026-02-30"}             | goLiveAt              | a day that exists
            {"goLiveAt": "+99999-01-01"}           | goLiveAt              | a day that exists
            {"goLiveAt": 20261201}                 | goLiveAt              | a day that exists
            {"goLiveAt": [2026, 12, 1]}            | goLiveAt              | a day that exists
            {"goLiveAt": ""}                       | goLiveAt              | a day that exists
            {"personalData": "true"}               | personalData          | true or false
            {"material": 1}                        | material              | true or false
            {"reason": 5}                          | reason                | a text
            {"reason": ["a"]}                      | reason                | a text
            {"subprocessor": "Acme"}               | subprocessor          | a JSON object
            {"subprocessor": {"name": {}}}         | subprocessor.name     | a text
            {"subprocessor": {"excludable": "no"}} | subprocessor.excludable | true or false
            {"colour": "red"}                      | colour                | There is no field "colour"
            {"subprocessor": {"locaton": "X"}}     | subprocessor.locaton  | There is no field "locaton"
            """)
    void a_field_that_does_not_fit_is_named_with_what_would(String body, String field, String words) {
        Answer answer = post("legal", CHANGES, body);

        assertProblem(answer, 422, "invalid");
        assertThat(answer.fields()).containsExactly(field);
        assertThat(answer.detail()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"contact": "7"}             | contact        | a whole number
            {"amounts": {"refund": "7"}} | amounts.refund | a number
            """)
    void a_number_is_wanted_where_a_decision_has_one(String body, String field, String words) {
        Answer answer = post("legal", "/api/v1/tasks/none/complete", body);

        assertProblem(answer, 422, "invalid");
        assertThat(answer.fields()).containsExactly(field);
        assertThat(answer.detail()).isEqualTo("Please give " + words + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{", "kind=ADD", "{\"kind\": \"ADD\"} and more", "{\"a\": 1, \"a\": 2}", "\u0000"})
    void what_is_no_json_is_malformed(String body) {
        assertProblem(post("legal", CHANGES, body), 400, "malformed");
    }

    @Test
    void json_nested_without_end_is_malformed() {
        assertProblem(post("legal", CHANGES, "[".repeat(100_000)), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"ADD\"", "17"})
    void what_is_no_object_is_refused(String body) {
        Answer answer = post("legal", CHANGES, body);

        assertProblem(answer, 422, "invalid");
        assertThat(answer.detail()).isEqualTo("Please send a JSON object.");
    }

    @Test
    void markup_and_control_characters_are_refused_beside_their_field() {
        Answer answer = post("legal", CHANGES, addition("<script>alert(1)</script>\\u0000"));

        assertProblem(answer, 422, "invalid");
        assertThat(answer.fields()).contains("subprocessor.name");
    }

    @Test
    void an_excludable_vendor_says_how_a_customer_is_left_out() {
        Answer answer =
                post("legal", CHANGES, addition("Pi").replace("\"location\"", "\"excludable\": true, \"location\""));

        assertProblem(answer, 422, "invalid");
        assertThat(answer.fields()).containsExactly("subprocessor.exclusion");
    }

    @Test
    void a_body_without_end_is_too_large_whether_its_length_was_announced_or_not() {
        byte[] large = (" ".repeat(2 << 20) + "{}").getBytes();

        assertProblem(
                send(
                        "legal",
                        request(CHANGES)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(large))),
                413,
                "too-large");
        assertProblem(
                send(
                        "legal",
                        request(CHANGES)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))),
                413,
                "too-large");
    }

    @Test
    void another_content_type_method_or_answer_than_json_is_refused_by_its_own_status() {
        assertProblem(
                send(
                        "legal",
                        request(CHANGES).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"))),
                415,
                "wrong-media-type");
        assertProblem(send("legal", request(CHANGES).DELETE()), 405, "wrong-method");
        assertProblem(send("legal", request("/api/v1/changes").header("Accept", "image/png")), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "Multipart/Mixed",
                "multipart/",
                "*/*",
                "application/*",
                "x"
            })
    void a_request_without_a_body_is_answered_alike_whatever_it_calls_its_body(String type) {
        for (String path : List.of(
                "/r/opsticket", "/login", "/n/xx", CHANGES, "/api/v1/changes", "/api/v1/nothing", "/actuator/health")) {
            for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH")) {
                int usual = sent(method, path, "").status();
                assertThat(usual).as(method + " " + path).isLessThan(500);
                assertThat(sent(method, path, "", "Content-Type", type).status())
                        .as(method + " " + path)
                        .isEqualTo(usual);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data, 415", "multipart/mixed; boundary=x, 415", "*/*, 415", "application/json, 200"})
    void a_body_that_nobody_reads_is_not_looked_for(String type, int status) {
        assertThat(sent("GET", "/api/v1/changes", "{}", "Content-Type", type).status())
                .isEqualTo(status);
        assertThat(sent("GET", "/r/opsticket", "{}", "Content-Type", type).status())
                .isLessThan(500);
        assertProblem(sent("POST", "/api/v1/nothing", "{}", "Content-Type", type), 404, "unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/mixed", "multipart/form-data; boundary=x"})
    void a_form_whose_parts_cannot_be_told_apart_gets_the_page_that_says_so(String type) {
        Answer answer = sent(
                "POST",
                "/subscriptions/xx",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut sho",
                "Content-Type",
                type,
                "Accept",
                "text/html",
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.http().body()).contains("That request could not be read");
    }

    private Answer sent(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send("legal", headers.length == 0 ? request : request.headers(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/registers/nobody",
                "/api/v1/registers/nobody/customers",
                "/api/v1/changes/OPSTICKET-1999-0001",
                "/api/v1/changes/%27%20or%201=1",
                "/api/v1/changes?register=%00",
                "/api/v1/nothing"
            })
    void what_does_not_exist_is_unknown(String path) {
        assertProblem(get("legal", path), 404, "unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/changes?limit=many", "/api/v1/changes?offset=99999999999"})
    void a_parameter_that_is_no_number_is_named(String path) {
        Answer answer = get("legal", path);

        assertProblem(answer, 422, "invalid");
        assertThat(answer.fields()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/changes/a;b=c", "/api/v1//changes"})
    void an_address_that_hides_something_is_refused_at_the_door(String path) {
        Answer answer = get("legal", path);

        assertThat(answer.status()).isEqualTo(400);
        System.err.println(
                "DOOR " + path + " " + answer.type() + " " + answer.http().body());
    }

    @Test
    void strangers_may_read_the_list_and_nothing_else() {
        assertThat(get(null, "/api/v1/registers/opsticket").status()).isEqualTo(200);
        assertProblem(get(null, "/api/v1/tasks"), 401, "unauthenticated");
        assertProblem(get(null, "/api/v1/changes"), 401, "unauthenticated");
        assertProblem(post(null, CHANGES, addition("Rho")), 401, "unauthenticated");
        assertProblem(get(null, "/api/v1/registers/opsticket/customers"), 401, "unauthenticated");
    }

    @Test
    void auditors_read_and_change_nothing() {
        assertThat(get("auditor", "/api/v1/changes").status()).isEqualTo(200);
        assertProblem(post("auditor", CHANGES, addition("Sigma")), 403, "forbidden");
        assertProblem(put("auditor", "/api/v1/registers/opsticket/customers", "[]"), 403, "forbidden");
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(type);
        assertThat(answer.detail()).isNotBlank().doesNotContain("Exception", "fairnotice.", "\tat ");
        assertThat(answer.body().has("trace")).isFalse();
    }
}
