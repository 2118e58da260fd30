package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.register.Settlement.Cure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an offer means for its customer in days, once it is accepted: read by letters and pages alike.
 *
 * @param exemptUntil last day of an exemption; null for every other offer, and for an exemption without one
 * @param useFrom the first day on which the vendor may be used for the customer; null when there is none, or while its notice has not
 *     started
 * @param usedSince since when the vendor may be used for the customer, once an exemption has ended and the change is published; null before, and for
 *     other offers
 * @param over whether the last day of the exemption has ended
 * @param zone of these days
 */
public record OfferTerms(
        Cure cure, LocalDate exemptUntil, LocalDate useFrom, LocalDate usedSince, boolean over, ZoneId zone) {

    /**
     * @param earliestUse by the customer's own notice; empty while it has not started
     * @param published when the change went live; empty before
     */
    static OfferTerms of(
            Offer offer, ZoneId zone, Optional<LocalDate> earliestUse, Optional<Instant> published, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (offer.cure() != Cure.EXEMPTION) {
            LocalDate from =
                    earliestUse.map(day -> day.isBefore(today) ? today : day).orElse(null);
            return new OfferTerms(offer.cure(), null, from, null, false, zone);
        }
        if (offer.until() == null) {
            return new OfferTerms(offer.cure(), null, null, null, false, zone);
        }
        Deadline exemption = Deadline.on(offer.until(), zone);
        LocalDate from = latest(exemption.dayAfter(), earliestUse);
        LocalDate since = published
                .filter(at -> !from.isAfter(today))
                .map(at -> latest(from, Optional.of(LocalDate.ofInstant(at, zone))))
                .orElse(null);
        return new OfferTerms(offer.cure(), offer.until(), from, since, exemption.isOverAt(now), zone);
    }

    private static LocalDate latest(LocalDate day, Optional<LocalDate> other) {
        return Stream.concat(Stream.of(day), other.stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public boolean isExemption() {
        return cure == Cure.EXEMPTION;
    }

    /** The end of the key of the words for it. */
    public String word() {
        return isExemption() && exemptUntil == null ? "EXEMPTION_WITHOUT_END" : cure.name();
    }
}
