package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The end of a window in Securicom's zone, America/Toronto, on the day its clocks go forward next; the server counts in UTC. */
class WindowStoryTest extends Story {

    private static final String REGISTER = StoryRegister.WINDOW.id();
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final Period WINDOW = Period.ofDays(30);

    @Test
    void the_last_second_of_the_last_day_is_in_time_and_the_next_is_late() {
        customers(
                REGISTER,
                customer("early", "any", contact("eve@early.example.com", "OWNER")),
                customer("tardy", "any", contact("tom@tardy.example.com", "OWNER")));
        Instant now = settle();
        LocalDate forward = clocksGoForward(now.plus(Duration.ofDays(WINDOW.getDays() + 1)));
        Instant announced = forward.minus(WINDOW).atTime(12, 0).atZone(TORONTO).toInstant();
        advance(Duration.between(now, announced).toString());
        String change = add(REGISTER, "Northvault", Map.of());
        approve("counsel", change);
        // midnight in summer time, though the window began in winter time, whose midnight is an hour later
        String closes = forward.plusDays(1) + "T04:00:00Z";
        Instant lastSecond = Instant.parse(closes).minusSeconds(1);
        assertThat(change(change).get("objectionsCloseAt").asText()).isEqualTo(closes);
        advance(Duration.between(settle(), lastSecond.plusSeconds(3600)).toString());

        JsonNode inTime = record(change, "early", lastSecond);
        JsonNode late = record(change, "tardy", lastSecond.plusSeconds(1));

        assertThat(inTime.get("late").asBoolean()).isFalse();
        assertThat(inTime.get("windowClosesAt").asText()).isEqualTo(closes);
        assertThat(late.get("late").asBoolean()).isTrue();
        assertThat(late.get("state").asText())
                .as("kept all the same, for legal to decide")
                .isEqualTo("ASSESSMENT");
    }

    /** OpsTicket's 15 days; without the customer's own objection they are counted from the third day after sending. */
    @Test
    void an_objection_proves_receipt_and_is_measured_by_the_window_that_runs_from_it() {
        String register = StoryRegister.RECEIVED.id();
        customers(
                register,
                customer("early", "enterprise", contact("eve@received.example.com", "PRIVACY")),
                customer("written", "enterprise", contact("wes@received.example.com", "PRIVACY")));
        String change = add(register, "Receiptory", Map.of());
        approve("counsel", change);
        advance("P1D");

        JsonNode filed = as("legal").get("/api/v1/objections/" + file(change, "eve@received.example.com"));
        JsonNode written = record(change, "written", settle());

        assertThat(filed.get("windowClosesAt").asText()).isEqualTo(today().plusDays(16) + "T00:00:00Z");
        assertThat(filed.get("late").asBoolean()).isFalse();
        assertThat(written.get("windowClosesAt").asText())
                .as("what staff write down starts no clock")
                .isEqualTo(today().plusDays(18) + "T00:00:00Z");
    }

    private static LocalDate clocksGoForward(Instant after) {
        ZoneOffsetTransition next = TORONTO.getRules().nextTransition(after);
        return next.isGap() ? next.getDateTimeBefore().toLocalDate() : clocksGoForward(next.getInstant());
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
