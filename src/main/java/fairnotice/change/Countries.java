package fairnotice.change;

import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The countries that a text names, by their English or German names, by others in common use, or by a region code of a cloud. No proof that it names no other: a city,
 * an ISO code ("IN" is Indiana, and a word) or a misspelt name is not recognised, and legal reads every proposal.
 */
final class Countries {

    /** The area as a whole, and each country in it. */
    private static final String AREA = "European Economic Area";

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "AX", "GF", "GP", "MF", "MQ", "RE",
            "YT");

    private static final String HONG_KONG = "Hong Kong";

    /** Names in everyday use, beside those that the platform knows. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("US", "United States"),
            Map.entry("USA", "United States"),
            Map.entry("UK", "United Kingdom"),
            Map.entry("Vereinigten Staaten", "United States"),
            Map.entry("Great Britain", "United Kingdom"),
            Map.entry("Großbritannien", "United Kingdom"),
            Map.entry("Vereinigten Königreich", "United Kingdom"),
            Map.entry("England", "United Kingdom"),
            Map.entry("Scotland", "United Kingdom"),
            Map.entry("UAE", "United Arab Emirates"),
            Map.entry("Hong Kong", HONG_KONG),
            Map.entry("Hongkong", HONG_KONG),
            Map.entry("Niederlanden", "Netherlands"),
            Map.entry("Czech Republic", "Czechia"),
            Map.entry("EU", AREA),
            Map.entry("EEA", AREA),
            Map.entry("EWR", AREA),
            Map.entry("Europäische Union", AREA),
            Map.entry("Europäischen Union", AREA),
            Map.entry("Europäischer Wirtschaftsraum", AREA),
            Map.entry("Europäischen Wirtschaftsraum", AREA),
            Map.entry("European Union", AREA),
            Map.entry("European Economic Area", AREA));

    private static final Set<String> INSIDE = EEA.stream().map(Countries::name).collect(Collectors.toSet());

    /** Marks on letters, joiners and direction marks, and fillers that are drawn as nothing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}\\u115F\\u1160\\u3164]");

    /** Letters one by one, with dots, hyphens or blanks between them: {@code U.S.A.}, {@code C-h-i-n-a}, {@code C h i n a}. */
    private static final List<Pattern> SPELLED =
            List.of(spelled("\\p{L}", "[._-]"), spelled("\\p{L}", "[.\\s]+"), spelled("\\p{Lu}", "[.\\s]+"));

    /** Scripts that put no blank between words. */
    private static final Pattern UNSPACED = Pattern.compile("\\p{IsHan}");

    /** In German, Iceland is called as an island is in English. */
    private static final Set<String> ALSO_WORDS = Set.of("Island");

    /** What a country is named by, and its name. */
    private static final List<Name> NAMES = Name.all(names());

    /** The same by letters that look alike, {@code lndia} for {@code India}; without Mali, which is read for a mail then. */
    private static final List<Name> LOOK_ALIKES = Name.all(lookAlikes());

    /** @param letters without which the pattern finds nothing, in small letters: looking for them takes a fraction of its time */
    private record Name(String letters, Pattern pattern, String country) {

        static List<Name> all(Map<Pattern, String> names) {
            return names.entrySet().stream()
                    .map(name -> new Name(literal(name.getKey()), name.getKey(), name.getValue()))
                    .toList();
        }

        private static String literal(Pattern pattern) {
            String text = pattern.pattern();
            return text.substring(text.indexOf("\\Q") + 2, text.indexOf("\\E")).toLowerCase(Locale.ROOT);
        }

        boolean isIn(String reading, String small) {
            return small.contains(letters) && pattern.matcher(reading).find();
        }
    }

    private Countries() {}

    /** Sorted; the European Economic Area counts as one of them. */
    static Set<String> named(String text) {
        String plain = plain(text);
        Set<String> readings = new HashSet<>(List.of(plain));
        SPELLED.forEach(spelled -> readings.add(joined(spelled, plain)));
        Set<String> named = new TreeSet<>();
        readings.forEach(reading -> named.addAll(named(reading, NAMES)));
        named.addAll(named(alike(plain), LOOK_ALIKES));
        CloudRegions.named(plain).forEach(code -> named.add(name(code)));
        return named;
    }

    private static Set<String> named(String reading, List<Name> names) {
        String small = reading.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> name.isIn(reading, small))
                .map(Name::country)
                .collect(Collectors.toSet());
    }

    /** Without marks, styles of letters, and what nobody sees: {@code Türkiye} and {@code Turkiye} are one name, and so are {@code Rußland} and {@code Russland}. */
    private static String plain(String text) {
        return UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("\u00df", "ss");
    }

    /** One for all that look like it: small L for i and 1, small O for 0, m for rn, w for vv. */
    static String alike(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[iı1|]", "l")
                .replace('0', 'o')
                .replace("rn", "m")
                .replace("vv", "w");
    }

    private static Map<Pattern, String> lookAlikes() {
        Map<Pattern, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                String name = new Locale("", code).getDisplayCountry(language);
                if (!ALSO_WORDS.contains(name) && !name.equals("Mali")) {
                    names.put(asWritten(alike(plain(name))), name(code));
                }
            }
        }
        return names;
    }

    private static Pattern spelled(String letter, String between) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + letter + "(?:" + between + letter + "(?![\\p{L}\\p{N}]))++");
    }

    private static String joined(Pattern spelled, String text) {
        return spelled.matcher(text).replaceAll(run -> run.group().replaceAll("[._\\s-]", ""));
    }

    /** Those that the earlier ones do not cover, sorted; a country of the area is covered by the area. */
    static Set<String> added(Set<String> before, Set<String> after) {
        return after.stream()
                .filter(country -> !before.contains(country))
                .filter(country -> !(before.contains(AREA) && INSIDE.contains(country)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isOutsideTheArea(String country) {
        return !country.equals(AREA) && !INSIDE.contains(country);
    }

    /** Names of countries as they are kept, in the language that is spoken: "Brazil, Chile" */
    static String inWords(Collection<String> names) {
        return names.stream().map(Countries::inWords).collect(Collectors.joining(", "));
    }

    private static String inWords(String name) {
        return name.equals(AREA)
                ? Phrase.of("said.area").said()
                : Stream.of(Locale.getISOCountries())
                        .filter(code -> name(code).equals(name))
                        .findFirst()
                        .map(code -> new Locale("", code).getDisplayCountry(Language.reader()))
                        .orElse(name);
    }

    private static String name(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<Pattern, String> names() {
        Map<Pattern, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            names.put(word(name(code)), name(code));
            String german = new Locale("", code).getDisplayCountry(Locale.GERMAN);
            if (!german.equals(name(code)) && !ALSO_WORDS.contains(german)) {
                names.put(word(german), name(code));
            }
        }
        names.put(asWritten("the States"), "United States");
        names.put(asWritten("The States"), "United States");
        ALSO.forEach((name, country) -> names.put(word(name), country));
        CountryNames.codes().forEach((name, code) -> names.put(word(name), name(code)));
        return names;
    }

    /** Abbreviations count in capitals alone: "us" is a word. */
    private static Pattern word(String name) {
        if (UNSPACED.matcher(name).find()) {
            return Pattern.compile(Pattern.quote(plain(name)));
        }
        boolean abbreviation = name.equals(name.toUpperCase(Locale.ROOT));
        return abbreviation
                ? asWritten(name)
                : Pattern.compile(asWritten(name).pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern asWritten(String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(plain(name)) + "(?![\\p{L}\\p{N}])");
    }
}
