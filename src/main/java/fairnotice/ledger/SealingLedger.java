package fairnotice.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals committed entries into the chain, one sealer at a time; the cost is linear in the entries sealed. */
@Service
public class SealingLedger {

    private final Chain chain;

    SealingLedger(Chain chain) {
        this.chain = chain;
    }

    /**
     * Seals what waits. Entries of transactions still open are invisible and are sealed by a later call.
     *
     * @return how many were sealed; 0 as well when another sealer is at work
     */
    @Transactional
    public int seal(int atMost) {
        if (!chain.claim()) {
            return 0;
        }
        Head head = chain.head();
        List<Seal> seals = new ArrayList<>();
        for (Recorded entry : chain.pending(atMost)) {
            Seal seal = Seal.after(head, entry);
            seals.add(seal);
            head = seal.head();
        }
        chain.append(seals);
        return seals.size();
    }
}
