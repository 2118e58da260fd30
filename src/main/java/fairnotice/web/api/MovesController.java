package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.change.AmendingChange;
import fairnotice.change.PostponingChange;
import fairnotice.change.Proposal;
import fairnotice.change.VendorChanges;
import fairnotice.change.WithdrawingChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/changes/{reference}")
@Tag(name = "Changes")
class MovesController {

    private final WithdrawingChange withdrawing;
    private final AmendingChange amending;
    private final PostponingChange postponing;
    private final VendorChanges changes;
    private final ChangeBodies bodies;

    MovesController(
            WithdrawingChange withdrawing,
            AmendingChange amending,
            PostponingChange postponing,
            VendorChanges changes,
            ChangeBodies bodies) {
        this.withdrawing = withdrawing;
        this.amending = amending;
        this.postponing = postponing;
        this.changes = changes;
        this.bodies = bodies;
    }

    record Withdrawal(String reason) {}

    /** @param to the first day of use, in the register's zone */
    record Postponement(String reason, LocalDate to) {}

    @PostMapping("/withdrawal")
    @Operation(summary = "Give a change up")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    ChangeBody withdraw(@PathVariable String reference, @RequestBody JsonBody body, Actor actor) {
        withdrawing.withdraw(reference, body.as(Withdrawal.class).reason(), actor);
        return bodies.of(reference);
    }

    /** The reason given is the amended proposal's own. */
    @PostMapping("/amendment")
    @Operation(
            summary = "Change a running change; a new round begins",
            description = "State the reason and what is to be different; what is left out stays as it is.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ProposedChange.class)))
    ChangeBody amend(@PathVariable String reference, @RequestBody JsonBody body, Actor actor) {
        ProposedChange present =
                ProposedChange.of(changes.getByReference(reference).proposal());
        Proposal amended = body.over(present).as(ProposedChange.class).proposal();
        String reason = body.only(Withdrawal.class).as(Withdrawal.class).reason();
        amending.amend(reference, amended, reason, actor);
        return bodies.of(reference);
    }

    @PostMapping("/postponement")
    @Operation(summary = "Move the first day of use to a later day")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Postponement.class)))
    ChangeBody postpone(@PathVariable String reference, @RequestBody JsonBody body, Actor actor) {
        Postponement postponement = body.as(Postponement.class);
        postponing.postpone(reference, postponement.to(), postponement.reason(), actor);
        return bodies.of(reference);
    }
}
