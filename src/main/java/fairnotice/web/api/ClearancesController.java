package fairnotice.web.api;

import fairnotice.clearance.Clearance;
import fairnotice.clearance.EntryClearance;
import fairnotice.clearance.ReadingClearance;
import fairnotice.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clearances", description = "May this vendor process this customer's data now, and why")
class ClearancesController {

    private final KnownRegisters registers;
    private final ReadingClearance reading;

    ClearancesController(KnownRegisters registers, ReadingClearance reading) {
        this.registers = registers;
        this.reading = reading;
    }

    /** One entry of the list. @param since UTC; null when it is not cleared */
    record Line(String subprocessor, boolean cleared, Instant since, String reason) {

        static Line of(EntryClearance entry) {
            Clearance clearance = entry.clearance();
            return new Line(
                    entry.subprocessor(),
                    clearance.cleared(),
                    clearance.since(),
                    clearance.reason().english());
        }
    }

    /** Of one entry. @param since UTC; null when it is not cleared */
    @Schema(name = "Clearance")
    record Answer(boolean cleared, Instant since, String reason) {

        static Answer of(Clearance clearance) {
            return new Answer(
                    clearance.cleared(), clearance.since(), clearance.reason().english());
        }
    }

    @GetMapping("/api/v1/registers/{register}/clearances")
    @Operation(
            summary = "Whether a listed vendor may process a customer's data now",
            description =
                    "For one vendor by its name, or without one a list of all that are listed. \"customer\" is your own"
                            + " id of it. A vendor that is not on the published list is not cleared.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answer.class),
                            array = @ArraySchema(schema = @Schema(implementation = Line.class))))
    Object clearances(
            @PathVariable String register,
            @RequestParam(required = false) String customer,
            @RequestParam(required = false) String subprocessor) {
        String id = registers.named(register).id();
        String of = stated("customer", "refused.api.customer", customer);
        return subprocessor == null
                ? reading.clearances(id, of).stream().map(Line::of).toList()
                : Answer.of(
                        reading.clearance(id, of, stated("subprocessor", "refused.api.subprocessor", subprocessor)));
    }

    private static String stated(String parameter, String key, String value) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid(parameter, key);
        }
        return value.strip();
    }
}
