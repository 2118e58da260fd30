package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.attachment.Attachment;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.objection.MatchingObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.RecordingObjection;
import fairnotice.objection.Threads;
import fairnotice.objection.WritingInThread;
import fairnotice.refusal.Refused;
import fairnotice.web.Downloads;
import fairnotice.web.StaffScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Objections", description = "Customers' objections, from receipt to their end")
class ObjectionsController {

    private static final int MOST = 200;

    private final RecordingObjection recording;
    private final WritingInThread writing;
    private final MatchingObjection matching;
    private final Objections objections;
    private final Threads threads;
    private final Customers customers;
    private final ObjectionContexts contexts;
    private final VendorChanges changes;
    private final StaffScope scope;

    ObjectionsController(
            RecordingObjection recording,
            WritingInThread writing,
            MatchingObjection matching,
            Objections objections,
            Threads threads,
            Customers customers,
            ObjectionContexts contexts,
            VendorChanges changes,
            StaffScope scope) {
        this.recording = recording;
        this.writing = writing;
        this.matching = matching;
        this.objections = objections;
        this.threads = threads;
        this.customers = customers;
        this.contexts = contexts;
        this.changes = changes;
        this.scope = scope;
    }

    /** One line of the list of objections. @param customer null while it is to be matched */
    record ObjectionLine(
            String reference,
            String change,
            String register,
            ObjectionBody.Whose customer,
            ObjectionState state,
            boolean late,
            Instant receivedAt,
            Instant dueAt,
            Instant settledAt) {

        static ObjectionLine of(Objection objection, Customer customer) {
            return new ObjectionLine(
                    objection.reference(),
                    objection.change(),
                    objection.register(),
                    ObjectionBody.Whose.of(customer),
                    objection.state(),
                    objection.late(),
                    objection.receivedAt(),
                    objection.dueAt(),
                    objection.settledAt());
        }
    }

    /** @param internal whether only staff see it; the customer is mailed any other */
    record Words(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String text,

            @Schema(description = "true for a note that only staff see; left out, the customer is mailed it")
            boolean internal) {}

    @PostMapping("/api/v1/changes/{reference}/objections")
    @Operation(
            summary = "Record an objection that came by email, letter or telephone",
            description =
                    "It counts from when it came. Where the customer has an open objection, it is added to that one.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RecordedObjection.class)))
    ResponseEntity<ObjectionBody> record(@PathVariable String reference, @RequestBody JsonBody body, Actor actor) {
        Objection recorded = recording
                .record(reference, body.as(RecordedObjection.class).came(), actor)
                .objection();
        return created(recorded.reference());
    }

    @GetMapping("/api/v1/objections/{reference}")
    @Operation(summary = "An objection, where it stands and what was said")
    ObjectionBody objection(@PathVariable String reference) {
        return body(reference);
    }

    @GetMapping("/api/v1/objections")
    @Operation(summary = "Objections, newest first", description = "At most 200 at once")
    List<ObjectionLine> recent(
            @RequestParam(required = false) String change,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        List<Objection> found =
                found(QueryText.given(change), open, Math.max(0, offset), Math.min(Math.max(1, limit), MOST), actor);
        Map<Long, Customer> who = customers.byIds(
                found.stream().map(Objection::customer).filter(Objects::nonNull).collect(Collectors.toSet()));
        return found.stream()
                .map(objection -> ObjectionLine.of(
                        objection, objection.customer() == null ? null : who.get(objection.customer())))
                .toList();
    }

    private List<Objection> found(String change, boolean open, int offset, int limit, Actor actor) {
        if (change == null) {
            return objections.recent(actor.scope(), open, offset, limit);
        }
        scope.registerOf("change", change, actor);
        return objections.recent(changes.getByReference(change).reference(), open, offset, limit);
    }

    @GetMapping("/api/v1/objections/{reference}/attachments/{number}")
    @Operation(summary = "A file attached to an objection or a reply")
    ResponseEntity<byte[]> attachment(@PathVariable String reference, @PathVariable int number) {
        Attachment file = threads.attachment(
                        objections.getByReference(reference).id(), number)
                .orElseThrow(() -> Refused.unknown("refused.unknown.attachment", reference));
        return Downloads.of(file.name(), file.type(), file.content());
    }

    @PostMapping("/api/v1/objections/{reference}/messages")
    @Operation(summary = "Write to the customer, who is mailed it, or a note that only staff see")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Words.class)))
    ResponseEntity<ObjectionBody> write(@PathVariable String reference, @RequestBody JsonBody body, Actor actor) {
        Words words = body.as(Words.class);
        if (words.internal()) {
            writing.note(reference, words.text(), actor);
        } else {
            writing.say(reference, words.text(), actor);
        }
        return created(reference);
    }

    @PostMapping("/api/v1/objections/{reference}/again")
    @Operation(
            summary = "Take up again what was declined, or assigned to the wrong customer",
            description = "It becomes a new objection that is to be matched, and counts from when the first came.")
    ResponseEntity<ObjectionBody> takeUpAgain(@PathVariable String reference, Actor actor) {
        return created(matching.takeUpAgain(reference, actor).reference());
    }

    private ResponseEntity<ObjectionBody> created(String reference) {
        return ResponseEntity.created(URI.create("/api/v1/objections/" + reference))
                .body(body(reference));
    }

    private ObjectionBody body(String reference) {
        Objection objection = objections.getByReference(reference);
        Customer customer = objection.customer() == null
                ? null
                : customers.find(objection.customer()).orElse(null);
        return ObjectionBody.of(
                objection,
                customer,
                contexts.of(objection).beside().settledBy().orElse(null),
                threads.thread(objection.id()),
                threads.attachments(objection.id()));
    }
}
