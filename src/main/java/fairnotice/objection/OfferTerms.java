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
 * @param over whether the last day of the exemption has ended
 * @param zone of these days
 */
public record OfferTerms(Cure cure, LocalDate exemptUntil, LocalDate useFrom, boolean over, ZoneId zone) {

    /** @param earliestUse by the customer's own notice; empty while it has not started */
    static OfferTerms of(Offer offer, ZoneId zone, Optional<LocalDate> earliestUse, Instant now) {
        if (offer.cure() != Cure.EXEMPTION) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            LocalDate from =
                    earliestUse.map(day -> day.isBefore(today) ? today : day).orElse(null);
            return new OfferTerms(offer.cure(), null, from, false, zone);
        }
        if (offer.until() == null) {
            return new OfferTerms(offer.cure(), null, null, false, zone);
        }
        Deadline exemption = Deadline.on(offer.until(), zone);
        LocalDate from = Stream.concat(Stream.of(exemption.dayAfter()), earliestUse.stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new OfferTerms(offer.cure(), offer.until(), from, exemption.isOverAt(now), zone);
    }

    public boolean isExemption() {
        return cure == Cure.EXEMPTION;
    }

    /** The end of the key of the words for it. */
    public String word() {
        return isExemption() && exemptUntil == null ? "EXEMPTION_WITHOUT_END" : cure.name();
    }
}
