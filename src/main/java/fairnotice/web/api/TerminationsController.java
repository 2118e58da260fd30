package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.refusal.Refused;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Terminations;
import fairnotice.termination.Worksheet;
import fairnotice.web.Downloads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/terminations")
@Tag(name = "Terminations", description = "Orders that customers ended, and their refunds")
class TerminationsController {

    private static final int MOST = 200;

    private final Terminations terminations;

    TerminationsController(Terminations terminations) {
        this.terminations = terminations;
    }

    /**
     * A termination as it is shown.
     *
     * @param due what is to be paid, tax included, by ISO 4217 code
     * @param worksheet how the refund was worked out, with everything it rests on as it was then
     * @param electedWorksheet the same as it was when the customer chose, where it was worked out again since
     */
    record TerminationBody(
            String reference,
            String objection,
            String change,
            String register,
            TerminationState state,
            Instant electedAt,
            Map<String, BigDecimal> due,
            String approvedBy,
            String secondApprovedBy,
            String paidBy,
            Instant paidAt,
            Instant confirmedAt,
            Worksheet worksheet,
            Worksheet electedWorksheet) {

        static TerminationBody of(Termination termination) {
            boolean approved = termination.approval() != null;
            return new TerminationBody(
                    termination.reference(),
                    termination.objection(),
                    termination.change(),
                    termination.register(),
                    termination.state(),
                    termination.electedAt(),
                    termination.due(),
                    approved ? termination.approval().approver() : null,
                    approved ? termination.approval().second() : null,
                    termination.paidBy(),
                    termination.paidAt(),
                    termination.confirmedAt(),
                    termination.worksheet(),
                    termination.elected());
        }
    }

    @GetMapping
    @Operation(summary = "Terminations, newest first", description = "At most 200 at once")
    List<TerminationBody> terminations(
            @RequestParam(required = false) TerminationState state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        return terminations.page(actor.scope(), state, Math.max(0, offset), Math.min(Math.max(1, limit), MOST)).stream()
                .map(TerminationBody::of)
                .toList();
    }

    @GetMapping("/{reference}")
    @Operation(summary = "A termination, its worksheet and where it stands")
    TerminationBody termination(@PathVariable String reference) {
        return TerminationBody.of(terminations.getByReference(reference));
    }

    @GetMapping("/{reference}/statement")
    @Operation(summary = "The statement as the customer got it, as PDF")
    ResponseEntity<byte[]> statement(@PathVariable String reference) {
        byte[] pdf = terminations
                .statement(terminations.getByReference(reference).reference())
                .orElseThrow(() -> Refused.unknown("refused.unknown.statement", reference));
        return Downloads.of(reference + ".pdf", "application/pdf", pdf);
    }
}
