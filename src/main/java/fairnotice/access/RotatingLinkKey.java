package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new key in place of the one that signs; links signed before still verify. */
@Service
public class RotatingLinkKey {

    private final LinkKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    RotatingLinkKey(LinkKeys keys, Ledger ledger, Clock clock) {
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Takes effect in every process within a minute. */
    @Transactional
    public void rotate(Actor by) {
        List<LinkKey> all = keys.all();
        int id = all.isEmpty() ? 1 : all.get(all.size() - 1).id() + 1;
        keys.add(LinkKey.generated(id));
        ledger.record(Entry.of("link-key.rotated", "LINK-KEY-" + id, by.id(), clock.instant()));
        SecurityEvent.done("link-key-rotated")
                .fact("actor", by.id())
                .fact("key", id)
                .log();
    }
}
