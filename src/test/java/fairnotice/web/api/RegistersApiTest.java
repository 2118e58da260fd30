package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.publisher.PublicAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class RegistersApiTest extends ApiHouse {

    private static final String CUSTOMERS = """
            [{"id": "C-1", "name": "Acme", "plan": "enterprise",
              "contacts": [{"name": "Ann", "email": "ann@acme.example", "roles": ["owner", "privacy"]}],
              "orders": [{"id": "O-1", "product": "Suite", "begins": "2026-01-01", "ends": "2090-12-31",
                          "prepaid": 1200.50, "currency": "EUR"}],
              "terms": {"notice": "45 days", "objection": null, "expeditedAllowed": null, "clause": "MSA 7"}}]""";

    @Autowired
    PublicAddress address;

    @Autowired
    WebApplicationContext house;

    @BeforeEach
    void customers() {
        assertThat(put("admin", "/api/v1/registers/opsticket/customers", CUSTOMERS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void customers_are_written_by_administrators_alone() {
        for (String other : List.of("legal", "finance")) {
            Answer refused = put(other, "/api/v1/registers/opsticket/customers", CUSTOMERS);

            assertThat(refused.status()).as(other).isEqualTo(403);
            assertThat(refused.detail()).contains("written by administrators");
        }
    }

    @Test
    void a_register_shows_its_published_version_with_history_and_promise() {
        JsonNode register = get(null, "/api/v1/registers/opsticket").body();

        assertThat(register.path("number").asInt()).isEqualTo(1);
        assertThat(register.path("entries")).isNotEmpty();
        assertThat(register.at("/entries/0").has("transfer")).isTrue();
        assertThat(register.path("history")).isNotEmpty();
        assertThat(register.at("/policy/notice").asText()).isEqualTo("30 days");
        assertThat(register.at("/policy/objection").asText()).isEqualTo("15 days");
        assertThat(register.at("/policy/settlement/answerWithin").asText()).isEqualTo("10 days");
        assertThat(register.at("/policy/settlement/cures")).hasSize(4);
        assertThat(register.at("/policy/settlement/termination/refund").asBoolean())
                .isTrue();
        assertThat(register.at("/policy/settlement/termination/notice").isNull())
                .isTrue();
    }

    @Test
    void a_simulation_tells_track_binding_date_and_each_notice_with_its_explanation() {
        JsonNode simulated = simulate("\"at\": \"2026-03-02T09:00:00Z\", \"policy\": null, ");

        assertThat(simulated.path("track").asText()).isEqualTo("NOTICE");
        assertThat(simulated.path("bindingDate").asText()).isEqualTo("2026-04-17");
        assertThat(simulated.path("conflicts")).isEmpty();
        assertThat(simulated.at("/notices/0/customer").asText()).isEqualTo("Acme");
        assertThat(simulated.at("/notices/0/told").asBoolean()).isTrue();
        assertThat(simulated.at("/notices/0/addresses/0").asText()).isEqualTo("ann@acme.example");
        assertThat(simulated.at("/notices/0/explanation").asText()).contains("MSA 7", "16 April 2026");
    }

    @Test
    void a_simulation_tells_what_is_in_the_way_and_keeps_nothing() {
        String before = get("legal", "/api/v1/changes").http().body();
        Answer simulated = post(
                "legal",
                "/api/v1/registers/opsticket/simulations",
                addition("Tau").replace("\"location\": \"Ireland\",", ""));

        assertThat(simulated.body().path("conflicts").toString()).contains("Please state where");
        assertThat(get("legal", "/api/v1/changes").http().body()).isEqualTo(before);
    }

    @Test
    void a_simulation_asks_about_a_transfer_to_a_new_third_country() {
        Answer simulated = post(
                "legal",
                "/api/v1/registers/opsticket/simulations",
                addition("Upsilon").replace("\"Ireland\"", "\"Singapore\""));

        assertThat(simulated.body().path("conflicts"))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.asText()).contains("Singapore", "art. 28(3)(a)"));
    }

    @Test
    void a_simulation_foresees_no_track_where_the_proposal_itself_would_be_refused() {
        String modified = """
                {"kind": "MODIFY", "reason": "It is less.", "personalData": false,
                 "subprocessor": {"name": "Cloudflare", "location": "Ireland"}}""";

        Answer simulated = post("legal", "/api/v1/registers/opsticket/simulations", modified);
        Answer proposed = post("legal", "/api/v1/registers/opsticket/changes", modified);

        assertThat(simulated.status()).as(simulated.http().body()).isEqualTo(422);
        assertThat(simulated.fields()).isEqualTo(proposed.fields()).containsExactly("personalData");
        assertThat(simulated.detail()).isEqualTo(proposed.detail()).contains("propose its removal");
    }

    @ParameterizedTest
    @CsvSource({
        "location, 4001",
        "location, 50000",
        "purpose, 50000",
        "dataCategories, 50000",
        "legalEntity, 201",
        "address, 50000",
        "contact, 50000",
        "posture, 50000",
        "transfer, 50000"
    })
    void a_simulation_reads_nothing_out_of_a_text_that_would_not_fit(String field, int length) {
        String text = "x ".repeat(length).substring(0, length - 1) + "x";
        String change = """
                {"kind": "ADD", "reason": "We need it.",
                 "subprocessor": {"name": "Long", "legalEntity": "Long B.V.", "purpose": "Backups", "location": "Bonn",
                                  "dataCategories": "Names", "category": "data", "address": "A", "contact": "A",
                                  "posture": "A", "transfer": "A"}}""".replaceFirst("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": \"" + text + "\"");

        Answer simulated = post("legal", "/api/v1/registers/opsticket/simulations", change);
        Answer proposed = post("legal", "/api/v1/registers/opsticket/changes", change);

        assertThat(simulated.status()).as(simulated.http().body()).isEqualTo(422);
        assertThat(simulated.fields()).isEqualTo(proposed.fields()).containsExactly("subprocessor." + field);
        assertThat(simulated.detail()).isEqualTo(proposed.detail()).contains("it has %,d characters".formatted(length));
    }

    @Test
    void what_a_simulation_says_of_the_track_is_what_happens() {
        List<String> wrong = new ArrayList<>();
        int foreseen = 0;
        for (String register : List.of("opsticket", "securicom")) {
            for (String what : List.of(
                    "\"kind\": \"ADD\", \"subprocessor\": {\"name\": \"Chi NAME\", \"legalEntity\": \"Chi Ltd\", \"purpose\": \"Mail\","
                            + " \"location\": \"Ireland\", \"dataCategories\": \"Names\", \"category\": CATEGORY}",
                    "\"kind\": \"REPLACE\", \"replaces\": \"LISTED\", \"subprocessor\": {\"name\": \"Psi NAME\", \"legalEntity\": \"Psi Ltd\","
                            + " \"purpose\": \"Mail\", \"location\": \"Ireland\", \"dataCategories\": \"Names\"}",
                    "\"kind\": \"MODIFY\", \"subprocessor\": {\"name\": \"LISTED\", \"legalEntity\": \"Omega Ltd\", \"location\": \"Ireland\"}",
                    "\"kind\": \"MODIFY\", \"subprocessor\": {\"name\": \"LISTED\", \"posture\": \"ISO 27001 and 27701\"}",
                    "\"kind\": \"REMOVE\", \"subprocessor\": {\"name\": \"LISTED\"}")) {
                for (int mask = 0; mask < 8; mask++) {
                    String body =
                            ("{\"reason\": \"A try\", \"personalData\": %s, \"material\": %s, \"securityCritical\": %s, "
                                                    .formatted((mask & 1) == 0, (mask & 2) == 0, (mask & 4) == 0)
                                            + what + "}")
                                    .replace("NAME", register + mask)
                                    .replace("LISTED", register.equals("opsticket") ? "Sentry" : "Postmark")
                                    .replace("CATEGORY", register.equals("opsticket") ? "\"ai\"" : "null");
                    Answer simulated = post("legal", "/api/v1/registers/" + register + "/simulations", body);
                    Answer proposed = post("legal", "/api/v1/registers/" + register + "/changes", body);
                    boolean refused = proposed.status() == 422;
                    boolean said = simulated.status() == 422
                            || !simulated.body().path("conflicts").isEmpty();
                    if (refused
                            ? !said
                            : !took(proposed)
                                    .equals(simulated.body().path("track").asText())) {
                        wrong.add(
                                register + " " + body + ": " + simulated.http().body() + " but "
                                        + proposed.http().body());
                    }
                    foreseen += refused ? 0 : 1;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(foreseen).isGreaterThan(40);
    }

    /** The track that a change took, which is withdrawn then. */
    private String took(Answer proposed) {
        String place = "/api/v1/changes/" + proposed.body().path("reference").asText();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("legal", place).body().path("track").isTextual());
        String track = get("legal", place).body().path("track").asText();
        post("legal", place + "/withdrawal", "{\"reason\": \"Only tried\"}");
        return track;
    }

    @Test
    void a_change_of_a_vendor_without_personal_data_tells_nobody() {
        JsonNode simulated = simulate("\"personalData\": false, ");

        assertThat(simulated.path("track").asText()).isEqualTo("UNLISTED");
        assertThat(simulated.path("notices")).isEmpty();
        assertThat(simulated.path("bindingDate").isNull()).isTrue();
    }

    @Test
    void customers_that_were_read_can_be_sent_back() {
        String read =
                get("admin", "/api/v1/registers/opsticket/customers").http().body();

        Answer sent = put("admin", "/api/v1/registers/opsticket/customers", read);

        assertThat(sent.status()).as(sent.http().body()).isEqualTo(200);
        assertThat(read)
                .contains("\"prepaid\":1200.50")
                .contains("\"notice\":\"45 days\"")
                .contains("\"roles\":[\"owner\",\"privacy\"]");
    }

    @Test
    void an_orders_lines_are_taken_shown_and_refused_by_name() {
        String lines = CUSTOMERS.replace("\"currency\": \"EUR\"}", """
                "currency": "EUR", "lines": [{"id": "L-1", "description": "Seats", "pricing": "time", "payments": [
                  {"invoice": "I-1", "paidOn": "2026-01-03", "begins": "2026-01-01", "ends": "2028-12-31", "net": 1200.50,
                   "discount": 100, "taxRate": 19, "means": "SEPA transfer"}]}]}""");

        assertThat(put("admin", "/api/v1/registers/opsticket/customers", lines).status())
                .isEqualTo(200);
        String read =
                get("admin", "/api/v1/registers/opsticket/customers").http().body();
        Answer again = put("admin", "/api/v1/registers/opsticket/customers", read);
        Answer wrong = put(
                "admin",
                "/api/v1/registers/opsticket/customers",
                lines.replace("\"discount\": 100", "\"discount\": 2000"));
        Answer unknown = put("admin", "/api/v1/registers/opsticket/customers", lines.replace("\"net\"", "\"netto\""));

        assertThat(read).contains("\"pricing\":\"time\"", "\"discount\":100.00", "\"means\":\"SEPA transfer\"");
        assertThat(again.status()).as(again.http().body()).isEqualTo(200);
        assertThat(wrong.fields()).containsExactly("[1].orders[1].lines[1].payments[1].discount");
        assertThat(unknown.fields()).containsExactly("[1].orders[1].lines[1].payments[1].netto");
    }

    @Test
    void a_payment_in_the_future_is_refused_by_name() {
        String lines = CUSTOMERS.replace("\"currency\": \"EUR\"}", """
                "currency": "EUR", "lines": [{"id": "L-1", "description": "Seats", "pricing": "time", "payments": [
                  {"invoice": "I-1", "paidOn": "2150-01-01", "begins": "2026-01-01", "ends": "2028-12-31", "net": 1200.50}]}]}""");

        Answer wrong = put("admin", "/api/v1/registers/opsticket/customers", lines);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.fields()).containsExactly("[1].orders[1].lines[1].payments[1].paidOn");
        assertThat(wrong.http().body()).contains("The day of payment lies in the future");
    }

    @Test
    void an_import_with_a_wrong_row_is_refused_whole_and_names_the_row() {
        Answer answer = put(
                "admin",
                "/api/v1/registers/opsticket/customers",
                CUSTOMERS.replace("ann@acme.example", "nobody").replace("Acme", "Changed"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("[1].contacts[1].email");
        assertThat(get("admin", "/api/v1/registers/opsticket/customers").http().body())
                .doesNotContain("Changed");
    }

    @Test
    void an_import_with_a_field_of_another_type_names_row_and_field() {
        Answer ends = put(
                "admin", "/api/v1/registers/opsticket/customers", CUSTOMERS.replace("2090-12-31", "the end of time"));
        Answer nulls = put("admin", "/api/v1/registers/opsticket/customers", CUSTOMERS.replace("\"owner\"", "null"));

        Answer two = put("admin", "/api/v1/registers/opsticket/customers", """
                [{"id": 1}, {"id": "C-2", "name": "Fine", "plan": "team", "contacts": []}, {"id": "C-3", "nom": "x"}]""");

        assertThat(ends.fields()).containsExactly("[1].orders[1].ends");
        assertThat(two.fields()).containsExactly("[1].id", "[3].nom", "[2].contacts");
        assertThat(nulls.status()).isEqualTo(422);
        assertThat(put("admin", "/api/v1/registers/opsticket/customers", "[null]")
                        .status())
                .isEqualTo(422);
        assertThat(put("admin", "/api/v1/registers/opsticket/customers", "{}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "2089-12-31T23:59:59Z"})
    void a_simulation_far_away_in_time_is_counted_like_any_other(String at) {
        assertThat(simulate("\"at\": \"" + at + "\", ").path("notices").findValuesAsText("customer"))
                .contains("Acme");
    }

    @Test
    void a_draft_of_a_policy_is_refused_rather_than_passed_over() {
        Answer answer = post(
                "legal",
                "/api/v1/registers/opsticket/simulations",
                addition("Phi").replaceFirst("\\{", "{\"policy\": {}, "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("policy");
    }

    @Test
    void an_amount_beyond_all_money_is_refused() {
        Answer answer =
                put("admin", "/api/v1/registers/opsticket/customers", CUSTOMERS.replace("1200.50", "1e999999999"));

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(422);
    }

    /** Asked behind the doors, since who may read it is theirs to say. */
    @Test
    void the_description_names_every_address() throws Exception {
        String described = MockMvcBuilders.webAppContextSetup(house)
                .build()
                .perform(MockMvcRequestBuilders.get("/v3/api-docs"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(described)
                .contains("/api/v1/registers/{register}/changes", "/api/v1/changes/{reference}/amendment")
                .contains("/api/v1/tasks/{id}/complete", "/api/v1/registers/{register}/simulations")
                .contains("/api/v1/registers/{register}/customers", "ProposedChange")
                .contains("category where the register groups its list in categories")
                .contains("It is passed over when it is sent")
                .contains(
                        "A revision that is sent is passed over: what was read earlier replaces what others changed since.")
                .doesNotContain("JsonBody", "\"name\":\"actor\"");
    }

    @Test
    void the_description_names_the_public_address_whatever_address_it_was_asked_for_at() throws Exception {
        String described = MockMvcBuilders.webAppContextSetup(house)
                .build()
                .perform(MockMvcRequestBuilders.get("http://elsewhere.example/v3/api-docs"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(described)
                .contains("\"servers\":[{\"url\":\"" + address.base())
                .doesNotContain("elsewhere.example");
    }

    private JsonNode simulate(String more) {
        String body = addition("Ypsilon").replaceFirst("\\{", "{" + more);
        Answer answer = post("legal", "/api/v1/registers/opsticket/simulations", body);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.body();
    }
}
