package fairnotice.ledger;

import fairnotice.ledger.Verification.Broken;
import fairnotice.ledger.Verification.Intact;
import fairnotice.refusal.Phrase;
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
                Optional<Phrase> flaw = flaw(head, next).or(() -> rewritten(next.seal(), anchor));
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

    private static Optional<Phrase> flaw(Head head, SealedEntry found) {
        Seal seal = found.seal();
        Recorded entry = found.entry();
        if (seal.position() != head.position() + 1) {
            return Optional.of(Phrase.of("ledger-check.seals-gone", head.position(), seal.position()));
        }
        if (entry == null) {
            return Optional.of(Phrase.of("ledger-check.entry-gone", seal.entry()));
        }
        if (!seal.equals(Seal.after(head, entry))) {
            return Optional.of(Phrase.of("ledger-check.entry-other", seal.entry(), seal.position()));
        }
        if (!isSound(found)) {
            return Optional.of(Phrase.of("ledger-check.content", seal.entry()));
        }
        return entry.changes().stream()
                .filter(change -> !change.values().allMatch(Value::isSound))
                .findFirst()
                .map(change -> Phrase.of("ledger-check.value", change.field(), seal.entry()));
    }

    private static boolean isSound(SealedEntry found) {
        return found.opening() == null
                ? found.entry().erasedAt() != null
                : found.opening().digest().equals(found.entry().digest());
    }

    private static Stream<Value> values(Recorded entry) {
        return entry.changes().stream().flatMap(RecordedChange::values);
    }

    private static Optional<Phrase> rewritten(Seal seal, Head anchor) {
        return seal.position() == anchor.position() && !seal.hash().equals(anchor.hash())
                ? Optional.of(Phrase.of("ledger-check.rewritten", seal.position()))
                : Optional.empty();
    }

    private Verification end(Head head, long erased, Head anchor) {
        if (head.position() < anchor.position()) {
            return new Broken(
                    head.position() + 1, Phrase.of("ledger-check.cut-off", anchor.position(), head.position()));
        }
        OptionalLong stray = chain.stray();
        if (stray.isPresent()) {
            return new Broken(head.position() + 1, Phrase.of("ledger-check.unsealed", stray.getAsLong()));
        }
        return chain.erasedUntold()
                .<Verification>map(seal -> new Broken(seal.position(), Phrase.of("ledger-check.erased", seal.entry())))
                .orElseGet(() -> new Intact(head.position(), erased, head));
    }
}
