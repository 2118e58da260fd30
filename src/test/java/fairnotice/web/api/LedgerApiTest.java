package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine keeps the head of an earlier answer, and gives it back with its next question. */
class LedgerApiTest extends ApiHouse {

    private static final String VERIFY = "/api/v1/ledger/verification";

    @Test
    void a_kept_head_is_given_back_as_one_text_or_as_position_and_hash() {
        Answer first = get("auditor", VERIFY);
        String head = first.body().path("head").asText();
        long position = first.body().path("position").asLong();
        String hash = first.body().path("hash").asText();

        assertThat(head).isEqualTo(position + ":" + hash);
        assertThat(get("auditor", VERIFY + "?head=" + head)
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
        assertThat(get("auditor", VERIFY + "?position=" + position + "&hash=" + hash)
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
        Answer cut = get("auditor", VERIFY + "?head=" + (position + 1_000_000) + ":" + hash);
        assertThat(cut.body().path("intact").asBoolean()).isFalse();
        assertThat(cut.body().path("reason").asText()).startsWith("The chain was cut off");
    }

    @Test
    void an_amendment_says_which_field_it_changed_and_what_proves_it() throws Exception {
        String reference = proposed("legal", "Amended Ledger");
        post(
                "legal",
                "/api/v1/changes/" + reference + "/amendment",
                "{\"reason\": \"It moves\", \"subprocessor\": {\"location\": \"Iceland\"}}");

        JsonNode entries =
                get("legal", "/api/v1/changes/" + reference + "/ledger").body();

        JsonNode amended = StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals("change.amended"))
                .findFirst()
                .orElseThrow();
        assertThat(amended.path("changes")).hasSize(2);
        assertThat(amended.at("/changes/0/field").asText()).isEqualTo("reason");
        JsonNode location = amended.at("/changes/1");
        assertThat(location.path("field").asText()).isEqualTo("entry/LOCATION");
        assertThat(location.at("/before/value").asText()).isEqualTo("Ireland");
        assertThat(location.at("/after/value").asText()).isEqualTo("Iceland");
        assertThat(location.at("/after/erasedAt").isNull()).isTrue();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                HexFormat.of().parseHex(location.at("/after/salt").asText()), "HmacSHA256"));
        assertThat(HexFormat.of().formatHex(mac.doFinal("Iceland".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(location.at("/after/digest").asText());
    }

    @ParameterizedTest
    @CsvSource({"head=nonsense,head", "position=3,hash", "hash=abc,position", "position=3&hash=abc,hash"})
    void half_a_head_or_none_is_refused_beside_its_field(String asked, String field) {
        Answer answer = get("auditor", VERIFY + "?" + asked);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(field);
    }
}
