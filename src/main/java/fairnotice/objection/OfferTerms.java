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
 * @param useFrom the first day on which the vendor may be used for the customer; null when there is none, while its notice has not
 *     started, and where no day is ahead
 * @param begins from when the vendor may be used for the customer
 * @param usedSince since when the vendor may be used for the customer, once an exemption has ended and the change is published; null before, and for
 *     other offers
 * @param over whether the last day of the exemption has ended
 * @param zone of these days
 */
public record OfferTerms(
        Cure cure,
        LocalDate exemptUntil,
        LocalDate useFrom,
        Begins begins,
        LocalDate usedSince,
        boolean over,
        ZoneId zone) {

    /** From when the vendor may be used for a customer that accepts. */
    public enum Begins {
        /** From {@link #useFrom}, at the earliest. */
        ON_A_DAY,
        /** From when it accepts, but not before the change takes effect: no day keeps it away any more. */
        WITH_THE_CHANGE,
        /** From when it accepts: the change is in effect. */
        AT_ONCE,
        /** Not before its notice has started and ended. */
        AFTER_NOTICE,
        /** Never: that was agreed. */
        NEVER;

        /** Whether a sentence says it, and no day. */
        public boolean isSaid() {
            return this == WITH_THE_CHANGE || this == AT_ONCE || this == AFTER_NOTICE;
        }
    }

    /**
     * @param earliestUse by the customer's own notice; empty while it has not started
     * @param published when the change went live, and for offers other than an exemption only where it is in effect for the customer, its
     *     objection apart; empty before
     */
    static OfferTerms of(
            Offer offer, ZoneId zone, Optional<LocalDate> earliestUse, Optional<Instant> published, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (offer.cure() != Cure.EXEMPTION) {
            LocalDate ahead = earliestUse.filter(day -> day.isAfter(today)).orElse(null);
            Begins begins = begins(ahead != null, published.isPresent(), earliestUse.isPresent());
            return new OfferTerms(offer.cure(), null, ahead, begins, null, false, zone);
        }
        if (offer.until() == null) {
            return new OfferTerms(offer.cure(), null, null, Begins.NEVER, null, false, zone);
        }
        Deadline exemption = Deadline.on(offer.until(), zone);
        LocalDate from = latest(exemption.dayAfter(), earliestUse);
        LocalDate since = published
                .filter(at -> !from.isAfter(today))
                .map(at -> latest(from, Optional.of(LocalDate.ofInstant(at, zone))))
                .orElse(null);
        return new OfferTerms(offer.cure(), offer.until(), from, Begins.ON_A_DAY, since, exemption.isOverAt(now), zone);
    }

    /** The end of the key of what becomes of the use of a vendor that the change replaces, once it is accepted. */
    public String replaced() {
        if (isExemption()) {
            return ".EXEMPTION";
        }
        return begins == Begins.AT_ONCE ? "." + begins : "";
    }

    private static Begins begins(boolean isDayAhead, boolean inEffect, boolean started) {
        if (isDayAhead) {
            return Begins.ON_A_DAY;
        }
        if (inEffect) {
            return Begins.AT_ONCE;
        }
        return started ? Begins.WITH_THE_CHANGE : Begins.AFTER_NOTICE;
    }

    private static LocalDate latest(LocalDate day, Optional<LocalDate> other) {
        return Stream.concat(Stream.of(day), other.stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public boolean isExemption() {
        return cure == Cure.EXEMPTION;
    }

    boolean isRunningExemption() {
        return isExemption() && !over;
    }

    /** The end of the key of the words for it. */
    public String word() {
        return isExemption() && exemptUntil == null ? "EXEMPTION_WITHOUT_END" : cure.name();
    }
}
