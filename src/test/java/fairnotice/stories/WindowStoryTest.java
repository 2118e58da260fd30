package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The end of a window in Securicom's zone, America/Toronto, on 14 March 2027, when its clocks go forward; the server counts in UTC. */
class WindowStoryTest extends Story {

    private static final Instant ANNOUNCED = Instant.parse("2027-02-12T17:00:00Z");
    private static final Instant LAST_SECOND = Instant.parse("2027-03-15T03:59:59Z");

    @Test
    void the_last_second_of_the_last_day_is_in_time_and_the_next_is_late() {
        customers(
                "securicom",
                customer("early", "any", contact("eve@early.example.com", "OWNER")),
                customer("tardy", "any", contact("tom@tardy.example.com", "OWNER")));
        advance(Duration.between(settle(), ANNOUNCED).toString());
        String change = add("securicom", "Northvault", Map.of());
        approve("counsel", change);
        assertThat(change(change).get("objectionsCloseAt").asText()).isEqualTo("2027-03-15T04:00:00Z");
        advance(Duration.between(settle(), LAST_SECOND.plusSeconds(3600)).toString());

        JsonNode inTime = record(change, "early", LAST_SECOND);
        JsonNode late = record(change, "tardy", LAST_SECOND.plusSeconds(1));

        assertThat(inTime.get("late").asBoolean()).isFalse();
        assertThat(inTime.get("windowClosesAt").asText()).isEqualTo("2027-03-15T04:00:00Z");
        assertThat(late.get("late").asBoolean()).isTrue();
        assertThat(late.get("state").asText())
                .as("kept all the same, for legal to decide")
                .isEqualTo("ASSESSMENT");
    }

    private JsonNode record(String change, String customer, Instant receivedAt) {
        return as("legal")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "customer",
                                customer,
                                "channel",
                                "EMAIL",
                                "receivedAt",
                                receivedAt.toString(),
                                "sender",
                                "Their counsel",
                                "grounds",
                                "LOCATION",
                                "text",
                                "Not there"));
    }
}
