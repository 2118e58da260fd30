package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.VendorChanges;
import fairnotice.ledger.Head;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import fairnotice.ledger.Verification;
import fairnotice.ledger.VerifyingLedger;
import fairnotice.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Ledger", description = "The append-only, hash-chained record of who did what, when")
class LedgerController {

    private final VerifyingLedger verifying;
    private final Ledger ledger;
    private final VendorChanges changes;

    LedgerController(VerifyingLedger verifying, Ledger ledger, VendorChanges changes) {
        this.verifying = verifying;
        this.ledger = ledger;
        this.changes = changes;
    }

    /**
     * @param position of the last sound entry, or of the first that is not
     * @param hash of the last seal; null when the chain is broken
     * @param head both in one text; keep it elsewhere as the anchor of the next check; null when the chain is broken
     * @param erased how many values of changed fields were erased; null when the chain is broken
     * @param reason a sentence; null when it is intact
     */
    record Verified(boolean intact, long position, String hash, String head, Long erased, String reason) {

        static Verified of(Verification found) {
            return found instanceof Verification.Broken broken
                    ? new Verified(
                            false,
                            broken.position(),
                            null,
                            null,
                            null,
                            broken.reason().english())
                    : intact((Verification.Intact) found);
        }

        private static Verified intact(Verification.Intact found) {
            Head head = found.head();
            return new Verified(true, head.position(), head.hash(), head.text(), found.erased(), null);
        }
    }

    /**
     * @param digest hex SHA-256 of salt and content
     * @param position place in the sealed chain; null until it is sealed
     * @param erasedAt when the content was erased; null while it was not
     * @param changes what it made of fields
     */
    record Told(
            long id,
            String kind,
            String subject,
            String actor,
            Instant at,
            String digest,
            SortedMap<String, String> content,
            Long position,
            Instant erasedAt,
            List<Change> changes) {

        static Told of(Recorded entry) {
            return new Told(
                    entry.id(),
                    entry.kind(),
                    entry.subject(),
                    entry.actor(),
                    entry.at(),
                    entry.digest(),
                    entry.content(),
                    entry.position(),
                    entry.erasedAt(),
                    entry.changes().stream().map(Change::of).toList());
        }
    }

    /** @param before null where nothing stood, like {@code after} */
    record Change(String field, Side before, Side after) {

        static Change of(RecordedChange change) {
            return new Change(change.field(), Side.of(change.before()), Side.of(change.after()));
        }
    }

    /**
     * @param digest hex HMAC-SHA-256 of the value in UTF-8 under the salt, sealed with the entry
     * @param salt in hex; null once it was erased, like {@code value}
     * @param erasedAt null while it was not
     */
    record Side(String digest, String salt, String value, Instant erasedAt) {

        static Side of(Value value) {
            return value == null
                    ? null
                    : new Side(
                            value.digest(),
                            value.salt() == null ? null : HexFormat.of().formatHex(value.salt()),
                            value.text(),
                            value.erasedAt());
        }
    }

    @GetMapping("/api/v1/ledger/verification")
    @Operation(
            summary = "Walk the whole chain and recompute it",
            description = "Give the head of an earlier answer, or its position and hash, and a chain cut off since then"
                    + " shows too.")
    Verified verify(
            @RequestParam(required = false) String head,
            @RequestParam(required = false) Long position,
            @RequestParam(required = false) String hash,
            Actor actor) {
        mayRead(actor);
        return Verified.of(verifying.verify(anchor(QueryText.given(head), position, QueryText.given(hash))));
    }

    private static void mayRead(Actor actor) {
        if (!actor.scope(Role.ADMIN, Role.AUDITOR).all()) {
            throw Refused.notAllowed("refused.ledger.verifiers");
        }
    }

    private static Head anchor(String head, Long position, String hash) {
        if (head != null) {
            return Head.read("head", head);
        }
        if (position == null && hash == null) {
            return Head.GENESIS;
        }
        if (position == null || hash == null) {
            throw Refused.invalid(position == null ? "position" : "hash", "refused.ledger.position-and-hash");
        }
        return Head.read("hash", position + ":" + hash);
    }

    @GetMapping("/api/v1/changes/{reference}/ledger")
    @Operation(summary = "Who did what to a change, in the order it was recorded")
    List<Told> about(@PathVariable String reference) {
        return ledger.about(changes.getByReference(reference).reference()).stream()
                .map(Told::of)
                .toList();
    }
}
