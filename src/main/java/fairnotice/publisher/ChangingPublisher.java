package fairnotice.publisher;

import fairnotice.access.Actor;
import fairnotice.access.Administrators;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator for all registers says who runs this installation. What is shown counts at once; another public address waits for a second
 * administrator, where there is one.
 */
@Service
public class ChangingPublisher {

    private final StoredPublisher stored;
    private final Logos logos;
    private final Administrators administrators;
    private final PublisherEntries entries;
    private final AddressSetting setting;
    private final Clock clock;

    ChangingPublisher(
            StoredPublisher stored,
            Logos logos,
            Administrators administrators,
            PublisherEntries entries,
            AddressSetting setting,
            Clock clock) {
        this.stored = stored;
        this.logos = logos;
        this.administrators = administrators;
        this.entries = entries;
        this.setting = setting;
        this.clock = clock;
    }

    /**
     * @param seen version of the publisher that was looked at
     * @return whether all of it counts now; else the address waits to be confirmed
     * @throws Refused with every problem of what was typed, or when it was changed meanwhile
     */
    @Transactional
    public boolean change(TypedPublisher typed, int seen, Actor by) {
        administrators.begin(by);
        Publisher before = stored.read();
        if (before.version() != seen) {
            throw Refused.conflict("refused.publisher.changed");
        }
        Publisher described = typed.checked(before);
        Logo logo = typed.logo() == null ? null : logos.drawn(typed.logo());
        if (logo != null || typed.withoutLogo()) {
            described = described.withLogo(logo == null ? null : logo.digest());
        }
        String address = setting.isFixed() ? before.address() : typed.reachedAt();
        Publisher after = reached(described, address, by);
        if (!after.equals(before)) {
            stored.save(after.next(), logo);
            entries.changed(before, after, by);
        }
        return Objects.equals(after.address(), address);
    }

    /** What was asked for before stays asked for, unless this asks for something else. */
    private Publisher reached(Publisher described, String address, Actor by) {
        if (Objects.equals(address, described.address())) {
            return described;
        }
        return administrators.isAlone(by)
                ? described.reachedAt(address)
                : described.asking(new RequestedAddress(address, by.id(), clock.instant()));
    }
}
