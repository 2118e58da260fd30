package fairnotice.web.api;

import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.RecordingObjection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An objection that came by email, letter or telephone, as staff write it down. */
record RecordedObjection(
        @Schema(description = "Your own number of the customer; left out when the sender is unknown", nullable = true)
        String customer,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"EMAIL", "LETTER", "TELEPHONE"})
        Channel channel,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "When it came; it counts from then")
        Instant receivedAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Who sent it")
        String sender,

        @Schema(description = "For whom, as stated", nullable = true)
        String organisation,

        @Schema(description = "Where answers go", nullable = true)
        String email,

        @Schema(description = "Left out for NOT_GIVEN: they may follow", nullable = true)
        Grounds grounds,

        @Schema(description = "What was said; may be left out", nullable = true)
        String text,

        @Schema(description = "The customer's numbers of the affected orders; left out for all", nullable = true)
        List<String> orders) {

    RecordingObjection.Came came() {
        return new RecordingObjection.Came(
                customer,
                channel,
                receivedAt,
                sender,
                organisation,
                email,
                grounds,
                text,
                orders == null ? Set.of() : Set.copyOf(orders),
                List.of());
    }
}
