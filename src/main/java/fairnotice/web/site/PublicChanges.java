package fairnotice.web.site;

import fairnotice.change.ComparingEntry;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.notice.Dispatches;
import fairnotice.notice.NoticeDates;
import fairnotice.notice.Occasion;
import fairnotice.notice.StandardDates;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What of a change is open to all: the round that was announced last, with the standard dates (invariant 10). A change that was
 * neither announced nor put on the list does not exist here.
 */
@Component
class PublicChanges {

    private final VendorChanges changes;
    private final Registers registers;
    private final Dispatches tellings;
    private final StandardDates standard;
    private final ComparingEntry comparing;

    PublicChanges(
            VendorChanges changes,
            Registers registers,
            Dispatches tellings,
            StandardDates standard,
            ComparingEntry comparing) {
        this.changes = changes;
        this.registers = registers;
        this.tellings = tellings;
        this.standard = standard;
        this.comparing = comparing;
    }

    Optional<PublicChange> find(String register, String reference) {
        return changes.find(reference)
                .filter(change -> change.register().equals(register))
                .flatMap(this::view);
    }

    /** @return empty for what nobody outside has heard of */
    Optional<PublicChange> view(VendorChange change) {
        if (change.announcedAt() != null) {
            return Optional.of(PublicChange.announced(
                    change, comparing.compare(change), dates(change), policy(change), earliestUse(change)));
        }
        if (change.isPublished()) {
            return Optional.of(PublicChange.published(change, comparing.compare(change)));
        }
        return lastAnnounced(change)
                .map(round ->
                        PublicChange.revised(change, round.proposal(), comparing.compare(change, round.number())));
    }

    /** The round before the present one that was announced; what it said stays public. */
    private Optional<Round> lastAnnounced(VendorChange change) {
        return changes.rounds(change.reference()).stream()
                .filter(round -> tellings.last(change.reference(), round.number(), Occasion.ANNOUNCEMENT)
                        .isPresent())
                .max(Comparator.comparingInt(Round::number));
    }

    private NoticeDates dates(VendorChange change) {
        return standard.of(change, policy(change), change.announcedAt());
    }

    private LocalDate earliestUse(VendorChange change) {
        NoticeDates dates = dates(change);
        return dates.earliestUse(dates, change.earliestGoLive());
    }

    /** As the announcement froze it. */
    private NoticePolicy policy(VendorChange change) {
        return tellings.last(change.reference(), change.round().number(), Occasion.ANNOUNCEMENT)
                .map(telling -> registers.policy(change.register(), telling.policyVersion()))
                .orElseGet(() -> registers.getById(change.register()).policy());
    }
}
