package fairnotice.publisher;

import fairnotice.access.Actor;
import fairnotice.access.Administrators;
import fairnotice.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another administrator confirms or refuses a public address that one asked for; whoever asked takes it back. */
@Service
public class ConfirmingPublicAddress {

    private final StoredPublisher stored;
    private final Administrators administrators;
    private final PublisherEntries entries;

    ConfirmingPublicAddress(StoredPublisher stored, Administrators administrators, PublisherEntries entries) {
        this.stored = stored;
        this.administrators = administrators;
        this.entries = entries;
    }

    /**
     * @param seen version of the publisher that was looked at
     * @throws Refused when it waits no more, or the actor asked for it
     */
    @Transactional
    public void confirm(int seen, Actor by) {
        administrators.begin(by);
        Publisher before = waiting(seen);
        administrators.mayConfirm(by, before.asked());
        Publisher after = before.reachedAt(before.asked().address());
        stored.save(after.next(), null);
        entries.confirmed(before, after, by);
    }

    /**
     * @param seen version of the publisher that was looked at
     * @throws Refused when it waits no more
     */
    @Transactional
    public void refuse(int seen, Actor by) {
        administrators.begin(by);
        Publisher before = waiting(seen);
        stored.save(before.asking(null).next(), null);
        entries.refused(before.asked(), by);
    }

    private Publisher waiting(int seen) {
        Publisher publisher = stored.read();
        if (publisher.version() != seen || publisher.asked() == null) {
            throw Refused.conflict("refused.publisher.waits-no-more");
        }
        return publisher;
    }
}
