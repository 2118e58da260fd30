package fairnotice.change;

import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a transfer to a country outside the European Economic Area asks for: documented instructions (GDPR art. 28(3)(a)) and a basis under
 * chapter V (art. 44 to 49). Locations are free text, so that this is a question to the reviewer and never a verdict.
 */
final class ThirdCountries {

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "AX", "GF", "GP", "MF", "MQ", "RE",
            "YT");

    /** Names in everyday use, beside those that the platform knows. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("US", "United States"),
            Map.entry("U.S.", "United States"),
            Map.entry("USA", "United States"),
            Map.entry("UK", "United Kingdom"),
            Map.entry("Great Britain", "United Kingdom"),
            Map.entry("England", "United Kingdom"),
            Map.entry("Scotland", "United Kingdom"),
            Map.entry("UAE", "United Arab Emirates"),
            Map.entry("Hong Kong", "Hong Kong"),
            Map.entry("Czech Republic", ""),
            Map.entry("EU", ""),
            Map.entry("EEA", ""),
            Map.entry("European Union", ""),
            Map.entry("European Economic Area", ""));

    private static final String CHECK = "Please check whether the customers' documented instructions cover the transfer"
            + " (GDPR art. 28(3)(a)), and whether it rests on an adequacy decision (art. 45) or on appropriate safeguards,"
            + " such as standard contractual clauses (art. 46).";

    /** What a country is named by, and its name; the empty one inside the European Economic Area. */
    private static final Map<Pattern, String> NAMES = names();

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
            return Optional.of("The location or the transfer mechanism names " + String.join(", ", countries)
                    + ", which was not named before and lies outside the European Economic Area. " + CHECK);
        }
        return isUnclear(after.location())
                        && (before == null || !after.location().equals(before.location()))
                ? Optional.of("The location names no country that is recognised here. If data leaves the European"
                        + " Economic Area: " + CHECK)
                : Optional.empty();
    }

    private static boolean isUnclear(String location) {
        return location != null && !location.isBlank() && named(location).isEmpty();
    }

    private static Set<String> outside(Subprocessor entry) {
        return Stream.of(entry.location(), entry.transfer())
                .filter(text -> text != null)
                .flatMap(text -> named(text).stream())
                .filter(country -> !country.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(String text) {
        return NAMES.entrySet().stream()
                .filter(name -> name.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static Map<Pattern, String> names() {
        Map<Pattern, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
            names.put(word(name), EEA.contains(code) ? "" : name);
        }
        ALSO.forEach((name, country) -> names.put(word(name), country));
        return names;
    }

    /** Abbreviations count in capitals alone: "us" is a word. */
    private static Pattern word(String name) {
        boolean abbreviation = name.equals(name.toUpperCase(Locale.ROOT));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                abbreviation ? 0 : Pattern.CASE_INSENSITIVE);
    }
}
