package fairnotice.change;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a modification may be published as a correction, without a notice: what it states was so all along, and the list only did not say so
 * (decision record 17).
 */
final class CorrectionRules {

    private CorrectionRules() {}

    /** Why a change is none, in a sentence that says what can be done instead. */
    static Optional<Phrase> obstacle(VendorChange change, NewFacts facts) {
        if (change.proposal().kind() != ChangeKind.MODIFY || facts.all().isEmpty()) {
            return Optional.of(Phrase.of("refused.correction.nothing-new"));
        }
        if (!facts.areOnlyDisclosed()) {
            return Optional.of(Phrase.of("refused.correction.changes", String.join(", ", facts.changed())));
        }
        if (change.updatedAt() != null) {
            return Optional.of(Phrase.of("refused.correction.announced"));
        }
        if (change.proposal().goLiveAt() != null) {
            return Optional.of(Phrase.of("refused.correction.to-come"));
        }
        return Optional.empty();
    }

    /**
     * What became so after an entry was listed was a change then, and is owed a notice.
     *
     * @param listedSince as {@link #listedSince} finds it
     * @throws Refused when the day is missing or later
     */
    static void dayFits(LocalDate soSince, String name, LocalDate listedSince) {
        if (soSince == null) {
            throw Refused.invalid("soSince", "refused.correction.day");
        }
        if (soSince.isAfter(listedSince)) {
            throw Refused.invalid("soSince", "refused.correction.listed-since", name, listedSince);
        }
    }

    /**
     * Since when a vendor has been listed under a name without a gap.
     *
     * @param versions newest first, the first of them listing it
     * @param zone the register's
     */
    static LocalDate listedSince(String name, List<RegisterVersion> versions, ZoneId zone) {
        Instant since = versions.get(0).publishedAt();
        Subprocessor later = versions.get(0).entry(name).orElseThrow();
        for (RegisterVersion version : versions) {
            Optional<Subprocessor> earlier = version.entry(name);
            if (earlier.isEmpty() || isAnother(earlier.get(), later)) {
                break;
            }
            later = earlier.get();
            since = version.publishedAt();
        }
        return LocalDate.ofInstant(since, zone);
    }

    private static boolean isAnother(Subprocessor earlier, Subprocessor later) {
        return earlier.legalEntity() != null
                && later.legalEntity() != null
                && !earlier.legalEntity()
                        .strip()
                        .equalsIgnoreCase(later.legalEntity().strip());
    }
}
