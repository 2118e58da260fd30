package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the keys in the database sealed under the {@link RootKey} that is set, those of before it was set or of its predecessor too. */
@Service
public class SealingLinkKeys {

    private final LinkKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    SealingLinkKeys(LinkKeys keys, Ledger ledger, Clock clock) {
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws SigningKeyRefused when one of them is sealed under a key that is not set here; then all stay as they are */
    @Transactional
    public void seal() {
        List<Integer> sealed = keys.sealAnew();
        for (int id : sealed) {
            ledger.record(Entry.of("link-key.sealed", "LINK-KEY-" + id, Actor.SYSTEM.id(), clock.instant()));
            SecurityEvent.done("link-key-sealed")
                    .fact("actor", Actor.SYSTEM.id())
                    .fact("key", id)
                    .log();
        }
    }
}
