package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesApiTest extends ApiHouse {

    @Test
    void a_proposed_change_is_created_in_review_under_its_reference() {
        Answer answer = post("legal", "/api/v1/registers/opsticket/changes", addition("Alpha"));

        assertThat(answer.status()).isEqualTo(201);
        String reference = answer.body().path("reference").asText();
        assertThat(reference).matches("OPSTICKET-\\d{4}-\\d{4}");
        assertThat(answer.http().headers().firstValue("Location")).hasValue("/api/v1/changes/" + reference);
        assertThat(answer.body().path("state").asText()).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_change_tells_every_field_that_was_agreed_and_null_for_what_has_not_happened() {
        JsonNode change =
                get("legal", "/api/v1/changes/" + proposed("legal", "Beta")).body();

        assertThat(change.fieldNames())
                .toIterable()
                .contains(
                        "reference", "register", "kind", "state", "round", "track", "announcedAt", "objectionsCloseAt")
                .contains("noticeEndsAt", "publishedAt", "notices", "messages", "objections");
        assertThat(change.path("announcedAt").isNull()).isTrue();
        assertThat(change.path("notices").toString())
                .isEqualTo("{\"total\":0,\"started\":0,\"unreached\":0,\"acknowledged\":0}");
        assertThat(change.path("messages").fieldNames())
                .toIterable()
                .contains("total", "handedOver", "delivered", "deferred", "refused", "bounced");
        assertThat(change.at("/proposal/personalData").asBoolean()).isTrue();
        assertThat(change.at("/proposal/material").asBoolean()).isTrue();
        assertThat(change.at("/proposal/securityCritical").asBoolean()).isFalse();
    }

    @Test
    void an_addition_to_a_list_in_categories_must_state_one_and_is_told_which_there_are() {
        String without = addition("Omicron").replace(", \"category\": \"ai\"", "");

        Answer refused = post("legal", "/api/v1/registers/opsticket/changes", without);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).contains("application/problem+json");
        assertThat(refused.fields()).containsExactly("subprocessor.category");
        assertThat(refused.detail())
                .contains("infrastructure, data, ai, billing, communications, authentication, operations");
    }

    @Test
    void an_addition_to_a_list_without_categories_states_none() {
        String none = addition("Kappa Prime").replace(", \"category\": \"ai\"", "");

        Answer stated = post("legal", "/api/v1/registers/securicom/changes", addition("Kappa Prime"));
        Answer proposed = post("legal", "/api/v1/registers/securicom/changes", none);

        assertThat(stated.fields()).containsExactly("subprocessor.category");
        assertThat(proposed.status()).as(proposed.http().body()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"MODIFY, PostHog, '', operations", "REPLACE, Railway Two, '\"replaces\": \"Railway\",', infrastructure"
    })
    void a_change_of_a_listed_entry_that_states_no_category_keeps_the_entry_s(
            String kind, String name, String replaces, String category) {
        String body = addition(name)
                .replace("\"kind\": \"ADD\",", "\"kind\": \"" + kind + "\"," + replaces)
                .replace(", \"category\": \"ai\"", "");

        Answer proposed = post("legal", "/api/v1/registers/opsticket/changes", body);

        assertThat(proposed.status()).as(proposed.http().body()).isEqualTo(201);
        assertThat(proposed.body().at("/proposal/subprocessor/category").asText())
                .isEqualTo(category);
    }

    @Test
    void a_withdrawn_change_stays_withdrawn() {
        String change = "/api/v1/changes/" + proposed("legal", "Gamma");

        Answer withdrawn = post("legal", change + "/withdrawal", "{\"reason\": \"Not needed.\"}");
        Answer again = post("legal", change + "/withdrawal", "{\"reason\": \"Not needed.\"}");

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("conflict");
        assertThat(again.detail()).contains("withdrawn by now");
    }

    @Test
    void an_amendment_keeps_what_it_leaves_out_and_opens_the_next_round() {
        String change = "/api/v1/changes/" + proposed("legal", "Delta");

        Answer amended = post(
                "legal",
                change + "/amendment",
                "{\"reason\": \"It moved.\", \"subprocessor\": {\"location\": \"Norway\", \"transfer\": \"EEA\"}}");

        assertThat(amended.status()).as(amended.http().body()).isEqualTo(200);
        assertThat(amended.body().path("round").asInt()).isEqualTo(2);
        assertThat(amended.body().at("/proposal/subprocessor/location").asText())
                .isEqualTo("Norway");
        assertThat(amended.body().at("/proposal/subprocessor/purpose").asText()).isEqualTo("Drafts answers");
        assertThat(amended.body().at("/proposal/reason").asText()).isEqualTo("It moved.");
    }

    /** The list states the entity, purpose, data categories and certifications of this entry, and no location. */
    @Test
    void a_modification_keeps_what_it_leaves_out_of_the_entry_and_removes_what_it_empties() {
        String modified = """
                {"kind": "MODIFY", "reason": "It moves.",
                 "subprocessor": {"name": "Cloudflare", "location": "Ireland", "posture": %s}}""";

        Answer emptied = post("legal", "/api/v1/registers/opsticket/changes", modified.formatted("\"\""));

        assertThat(emptied.status()).as(emptied.http().body()).isEqualTo(201);
        JsonNode entry = emptied.body().at("/proposal/subprocessor");
        assertThat(entry.path("legalEntity").asText()).isEqualTo("Cloudflare, Inc.");
        assertThat(entry.path("category").asText()).isEqualTo("infrastructure");
        assertThat(entry.path("location").asText()).isEqualTo("Ireland");
        assertThat(entry.path("posture").isNull()).isTrue();

        String change = "/api/v1/changes/" + emptied.body().path("reference").asText();
        post("legal", change + "/withdrawal", "{\"reason\": \"Not needed.\"}");
        Answer removed = post("legal", "/api/v1/registers/opsticket/changes", modified.formatted("null"));
        assertThat(removed.body().at("/proposal/subprocessor/posture").isNull()).isTrue();
        assertThat(removed.body().at("/proposal/subprocessor/purpose").asText()).startsWith("Edge network");
    }

    /** The same that the reviewer reads. */
    @Test
    void a_modification_that_keeps_what_the_list_says_of_doing_without_is_told_to_read_it_again() {
        String added = proposed("legal", "Kept");
        assertThat(get("legal", "/api/v1/changes/" + added)
                        .body()
                        .path("toCheck")
                        .isNull())
                .isTrue();
        String modified = """
                {"kind": "MODIFY", "reason": "It moves.",
                 "subprocessor": {"name": "Crisp", "legalEntity": "Crisp IM SAS", "location": "Germany"%s}}""";
        String path = "/api/v1/registers/opsticket/changes";
        Answer none = post("legal", path, modified.formatted(""));
        assertThat(none.status()).as(none.http().body()).isEqualTo(201);
        assertThat(none.body().path("toCheck").isNull()).isTrue();
        withdraw(none);

        Answer stated = post(
                "legal",
                path,
                modified.formatted(", \"excludable\": true, \"exclusion\": \"Its pages come from our own servers.\""));

        assertThat(stated.status()).as(stated.http().body()).isEqualTo(201);
        assertThat(stated.body().path("toCheck").asText())
                .isEqualTo(
                        "Whoever is left out of this change keeps Crisp as before. Check that this says nothing else:"
                                + " “Its pages come from our own servers.”");

        Answer kept = post(
                "legal",
                "/api/v1/changes/" + stated.body().path("reference").asText() + "/amendment",
                "{\"reason\": \"Elsewhere.\", \"subprocessor\": {\"location\": \"Ireland\"}}");
        assertThat(kept.status()).as(kept.http().body()).isEqualTo(200);
        assertThat(kept.body().path("toCheck").asText()).endsWith("“Its pages come from our own servers.”");
        withdraw(kept);
    }

    private void withdraw(Answer change) {
        post(
                "legal",
                "/api/v1/changes/" + change.body().path("reference").asText() + "/withdrawal",
                "{\"reason\": \"Not needed.\"}");
    }

    @Test
    void an_amendment_needs_a_reason_of_its_own() {
        String change = "/api/v1/changes/" + proposed("legal", "Epsilon");

        Answer amended = post("legal", change + "/amendment", "{\"subprocessor\": {\"location\": \"Norway\"}}");

        assertThat(amended.status()).isEqualTo(422);
        assertThat(amended.fields()).containsExactly("reason");
    }

    @Test
    void a_postponement_is_refused_before_there_is_anything_to_postpone() {
        String change = "/api/v1/changes/" + proposed("legal", "Zeta");

        Answer postponed = post(
                "legal",
                change + "/postponement",
                "{\"reason\": \"Later.\", \"to\": \""
                        + LocalDate.now(ZoneOffset.UTC).plusDays(40) + "\"}");

        assertThat(postponed.status()).isEqualTo(409);
    }

    @Test
    void the_list_shows_the_newest_change_first() {
        String reference = proposed("legal", "Eta");

        JsonNode list =
                get("auditor", "/api/v1/changes?register=opsticket&limit=1").body();

        assertThat(list).hasSize(1);
        assertThat(list.at("/0/reference").asText()).isEqualTo(reference);
    }

    @Test
    void a_vendor_that_a_running_change_touches_is_in_the_way() {
        proposed("legal", "Theta");

        Answer second = post("legal", "/api/v1/registers/opsticket/changes", addition("Theta"));

        assertThat(second.status()).isEqualTo(409);
    }

    @Test
    void the_ledger_tells_who_did_what_to_a_change_and_is_intact() {
        String reference = proposed("legal", "Iota");

        JsonNode entries =
                get("auditor", "/api/v1/changes/" + reference + "/ledger").body();
        Answer verified = get("auditor", "/api/v1/ledger/verification");

        assertThat(entries.at("/0/kind").asText()).isEqualTo("change.proposed");
        assertThat(entries.at("/0/actor").asText()).isEqualTo("legal");
        assertThat(verified.body().path("intact").asBoolean()).isTrue();
        assertThat(get("legal", "/api/v1/ledger/verification").status()).isEqualTo(403);
    }
}
