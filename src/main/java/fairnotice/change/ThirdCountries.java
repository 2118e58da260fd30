package fairnotice.change;

import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a transfer to a country outside the European Economic Area asks for: documented instructions (GDPR art. 28(3)(a)) and a basis under
 * chapter V (art. 44 to 49). Locations are free text, so that this is a question to the reviewer and never a verdict.
 */
final class ThirdCountries {

    private static final Phrase CHECK = Phrase.of("said.question.transfer");

    private ThirdCountries() {}

    /** @return empty where the proposal names no country outside the area that its entry did not name before */
    static Optional<String> question(Proposal proposal, RegisterVersion listed) {
        Subprocessor after = proposal.subprocessor();
        if (after == null || !proposal.personalData() || proposal.kind() == ChangeKind.REMOVE) {
            return Optional.empty();
        }
        Subprocessor before = proposal.kind() == ChangeKind.ADD
                ? null
                : listed.entry(proposal.entryName()).orElse(null);
        Set<String> countries = outside(after);
        if (before != null) {
            countries.removeAll(outside(before));
        }
        if (!countries.isEmpty()) {
            return Optional.of(Phrase.of("said.question.outside", Countries.inWords(countries), CHECK)
                    .said());
        }
        return isUnclear(after.location())
                        && (before == null || !after.location().equals(before.location()))
                ? Optional.of(Phrase.of("said.question.nowhere", CHECK).said())
                : Optional.empty();
    }

    private static boolean isUnclear(String location) {
        return location != null
                && !location.isBlank()
                && Countries.named(location).isEmpty();
    }

    private static Set<String> outside(Subprocessor entry) {
        return Stream.of(entry.location(), entry.transfer())
                .filter(text -> text != null)
                .flatMap(text -> Countries.named(text).stream())
                .filter(Countries::isOutsideTheArea)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
