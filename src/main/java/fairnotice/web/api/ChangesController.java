package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.access.Scope;
import fairnotice.change.ChangeState;
import fairnotice.change.ProposingChange;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.objection.ObjectionCounts;
import fairnotice.objection.Objections;
import fairnotice.register.ChangeKind;
import fairnotice.web.StaffScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Changes", description = "Vendor changes, from proposal to publication")
class ChangesController {

    private static final int MOST = 200;

    private final KnownRegisters registers;
    private final StaffScope scope;
    private final ProposingChange proposing;
    private final SentProposals proposals;
    private final VendorChanges changes;
    private final ChangeBodies bodies;
    private final Objections objections;

    ChangesController(
            KnownRegisters registers,
            StaffScope scope,
            ProposingChange proposing,
            SentProposals proposals,
            VendorChanges changes,
            ChangeBodies bodies,
            Objections objections) {
        this.registers = registers;
        this.scope = scope;
        this.proposing = proposing;
        this.proposals = proposals;
        this.changes = changes;
        this.bodies = bodies;
        this.objections = objections;
    }

    /** One line of the list of changes. */
    record Line(
            String reference,
            String register,
            ChangeKind kind,
            String subprocessor,
            ChangeState state,
            int round,
            Track track,
            Instant proposedAt,
            Instant announcedAt,
            Instant publishedAt,
            ChangeBody.ObjectionTotals objections) {

        static Line of(VendorChange change, ObjectionCounts counts) {
            return new Line(
                    change.reference(),
                    change.register(),
                    change.proposal().kind(),
                    change.proposal().subprocessor().name(),
                    change.state(),
                    change.round().number(),
                    change.round().track(),
                    change.round().proposedAt(),
                    change.announcedAt(),
                    change.publishedAt(),
                    ChangeBody.ObjectionTotals.of(counts));
        }
    }

    @PostMapping("/api/v1/registers/{register}/changes")
    @Operation(summary = "Propose a change of one entry of a register")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ProposedChange.class)))
    ResponseEntity<ChangeBody> propose(@PathVariable String register, @RequestBody JsonBody body, Actor actor) {
        String id = registers.named(register).id();
        VendorChange change = proposing.propose(id, proposals.read(id, body), actor);
        return ResponseEntity.created(URI.create("/api/v1/changes/" + change.reference()))
                .body(bodies.of(change.reference()));
    }

    @GetMapping("/api/v1/changes/{reference}")
    @Operation(summary = "A change and where it stands")
    ChangeBody change(@PathVariable String reference) {
        return bodies.of(reference);
    }

    @GetMapping("/api/v1/changes")
    @Operation(summary = "Changes, newest first", description = "At most 200 at once")
    List<Line> recent(
            @RequestParam(required = false) String register,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        Scope within = scope.within(QueryText.given(register), actor);
        List<VendorChange> found = changes.recent(within, Math.max(0, offset), Math.min(Math.max(1, limit), MOST));
        Map<String, ObjectionCounts> counts =
                objections.counts(found.stream().map(VendorChange::reference).toList());
        return found.stream()
                .map(change -> Line.of(change, counts.get(change.reference())))
                .toList();
    }
}
