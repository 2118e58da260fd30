package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.change.VendorChange;
import fairnotice.refusal.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a service by letter or in person counts as it is recorded. It starts the customer's periods on the word of whoever records it, so a
 * day that leaves little of them, or nothing, takes two: until a second person records the same day, the periods are open.
 */
@Service
public class ConfirmingService {

    private final StatedServices stated;
    private final StaffDirectory staff;

    ConfirmingService(StatedServices stated, StaffDirectory staff) {
        this.stated = stated;
        this.staff = staff;
    }

    /**
     * A service as it is being recorded.
     *
     * @param about what was served, by a key of its own
     * @param change that it is about
     * @param farBack whether less than half of any period of the customer would be left
     */
    public record Recorded(
            String about, VendorChange change, LocalDate on, String proof, boolean farBack, Actor actor, Instant at) {

        private StatedService stated() {
            return new StatedService(about, on, proof.strip(), actor.id(), at);
        }
    }

    /**
     * @param counts false while it waits for a second person
     * @param statedBy who had recorded the same day before; null for nobody
     * @param alone whether it counts only because there is nobody else
     */
    public record Verdict(boolean counts, String statedBy, boolean alone) {}

    /** Keeps what waits; in the caller's transaction, which holds what was served. */
    @Transactional
    public Verdict weigh(Recorded recorded) {
        Colleagues colleagues = staff.colleagues();
        if (!recorded.farBack()) {
            stated.remove(recorded.about());
            return new Verdict(true, null, false);
        }
        Optional<StatedService> before =
                stated.of(recorded.about()).filter(service -> service.on().equals(recorded.on()));
        StatedService own = recorded.stated();
        StatedService first = before.orElse(own);
        if (ServiceRules.isConfirmedBy(recorded.change(), first, recorded.actor(), colleagues)) {
            stated.remove(recorded.about());
            boolean alone = first.by().equals(recorded.actor().id());
            return new Verdict(true, alone ? null : first.by(), alone);
        }
        stated.save(own);
        return new Verdict(false, null, false);
    }

    /** What waits for a second person. */
    @Transactional(readOnly = true)
    public Optional<StatedService> waiting(String about) {
        return stated.of(about);
    }

    /** Whom what waits waits for, when nobody who is there now may confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(String about, VendorChange change) {
        return stated.of(about).flatMap(service -> ServiceRules.vacancy(change, service, staff.colleagues()));
    }
}
