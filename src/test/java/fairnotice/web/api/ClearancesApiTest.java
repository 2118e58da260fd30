package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClearancesApiTest extends ApiHouse {

    private static final String ALL = "/api/v1/registers/opsticket/clearances?customer=K-1";

    @BeforeEach
    void a_customer() {
        assertThat(put("admin", "/api/v1/registers/opsticket/customers", """
                        [{"id": "K-1", "name": "Kappa", "plan": "enterprise", "orders": [],
                          "contacts": [{"name": "Kim", "email": "kim@kappa.example", "roles": ["owner"]}]}]""").status())
                .isEqualTo(200);
    }

    @Test
    void one_entry_is_answered_with_cleared_since_and_a_reason() {
        JsonNode stripe = get("auditor", ALL + "&subprocessor=stripe").body();

        assertThat(stripe.path("cleared").asBoolean()).isTrue();
        assertThat(stripe.path("since").asText()).isNotEmpty();
        assertThat(stripe.path("reason").asText()).endsWith(".");
    }

    @Test
    void a_vendor_that_is_only_proposed_is_not_cleared() {
        proposed("legal", "Clearwell");

        JsonNode answer = get("legal", ALL + "&subprocessor=Clearwell").body();

        assertThat(answer.path("cleared").asBoolean(true)).isFalse();
        assertThat(answer.has("since")).isTrue();
        assertThat(answer.path("since").isNull()).isTrue();
        assertThat(answer.path("reason").asText()).contains("not on the published list");
    }

    @Test
    void without_a_vendor_every_listed_one_is_answered_by_name() {
        JsonNode all = get("legal", ALL).body();

        assertThat(all)
                .hasSize(get(null, "/api/v1/registers/opsticket")
                        .body()
                        .path("entries")
                        .size());
        assertThat(all.findValuesAsText("subprocessor")).contains("Stripe", "Sentry");
        assertThat(all.at("/0/cleared").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/registers/nowhere/clearances?customer=K-1",
                "/api/v1/registers/opsticket/clearances?customer=K-404",
                "/api/v1/registers/opsticket/clearances?customer=K%00",
                "/api/v1/registers/opsticket/clearances?customer=K-1&subprocessor=Neverheard",
                "/api/v1/registers/securicom/clearances?customer=K-1&subprocessor=Sentry"
            })
    void whatever_is_unknown_is_a_problem_with_a_sentence(String path) {
        Answer answer = get("legal", path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown");
        assertThat(answer.detail()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/registers/opsticket/clearances, customer",
        "/api/v1/registers/opsticket/clearances?customer=%20, customer",
        "/api/v1/registers/opsticket/clearances?customer=K-1&subprocessor=, subprocessor"
    })
    void whatever_is_not_stated_is_asked_for_by_name(String path, String field) {
        Answer answer = get("legal", path);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(field);
    }

    @Test
    void strangers_learn_nothing() {
        assertThat(get(null, ALL).status()).isEqualTo(401);
    }
}
