package fairnotice.ledger;

import fairnotice.ledger.Verification.Broken;
import fairnotice.ledger.Verification.Intact;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Walks the whole chain and recomputes every digest and hash. */
@Service
public class VerifyingLedger {

    private static final int PAGE = 1000;

    private final Chain chain;

    VerifyingLedger(Chain chain) {
        this.chain = chain;
    }

    /**
     * Checks every seal, every entry, and every opening and value that was not erased, as of one moment.
     *
     * @param anchor a head kept from earlier, without which a chain cut off cleanly at its end looks whole; {@link Head#GENESIS} when
     *     none was kept
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(Head anchor) {
        Head head = Head.GENESIS;
        long erased = 0;
        for (List<SealedEntry> page = page(head); !page.isEmpty(); page = page(head)) {
            for (SealedEntry next : page) {
                Optional<String> flaw = flaw(head, next).or(() -> rewritten(next.seal(), anchor));
                if (flaw.isPresent()) {
                    return new Broken(head.position() + 1, flaw.get());
                }
                head = next.seal().head();
                erased += values(next.entry()).filter(Value::isErased).count();
            }
        }
        return end(head, erased, anchor);
    }

    private List<SealedEntry> page(Head head) {
        return chain.sealedAfter(head.position(), PAGE);
    }

    private static Optional<String> flaw(Head head, SealedEntry found) {
        Seal seal = found.seal();
        Recorded entry = found.entry();
        if (seal.position() != head.position() + 1) {
            return Optional.of(
                    "The seals between positions " + head.position() + " and " + seal.position() + " are gone.");
        }
        if (entry == null) {
            return Optional.of("Entry " + seal.entry() + " was sealed and is gone.");
        }
        if (!seal.equals(Seal.after(head, entry))) {
            return Optional.of("Entry " + seal.entry() + " is not what was sealed at position " + seal.position()
                    + ": it, its seal or their order was changed.");
        }
        if (!isSound(found)) {
            return Optional.of("The content of entry " + seal.entry()
                    + " was changed or deleted after it was recorded, and it was not erased.");
        }
        return entry.changes().stream()
                .filter(change -> !change.values().allMatch(Value::isSound))
                .findFirst()
                .map(change -> "A value of " + change.field() + " in entry " + seal.entry()
                        + " was changed or deleted after it was recorded, and it was not erased.");
    }

    private static boolean isSound(SealedEntry found) {
        return found.opening() == null
                ? found.entry().erasedAt() != null
                : found.opening().digest().equals(found.entry().digest());
    }

    private static Stream<Value> values(Recorded entry) {
        return entry.changes().stream().flatMap(RecordedChange::values);
    }

    private static Optional<String> rewritten(Seal seal, Head anchor) {
        return seal.position() == anchor.position() && !seal.hash().equals(anchor.hash())
                ? Optional.of(
                        "The chain was rewritten: its hash at position " + seal.position() + " was another before.")
                : Optional.empty();
    }

    private Verification end(Head head, long erased, Head anchor) {
        if (head.position() < anchor.position()) {
            return new Broken(
                    head.position() + 1,
                    "The chain was cut off: it reached position " + anchor.position() + " before and ends at "
                            + head.position() + " now.");
        }
        OptionalLong stray = chain.stray();
        if (stray.isPresent()) {
            return new Broken(head.position() + 1, "Entry " + stray.getAsLong() + " has lost its seal.");
        }
        return chain.erasedUntold()
                .<Verification>map(seal -> new Broken(
                        seal.position(),
                        "Something of entry " + seal.entry() + " was erased, and no entry says who did."))
                .orElseGet(() -> new Intact(head.position(), erased, head));
    }
}
