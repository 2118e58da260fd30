package fairnotice.change;

import fairnotice.refusal.Phrase;
import java.util.List;
import java.util.stream.Stream;

/** A new fact, which is kept in English, in the words of its reader. */
final class StoredFact {

    /** Those that end with what they name. */
    private static final List<String> NAMING = List.of("country", "country-named", "entity-named");

    private StoredFact() {}

    /** What is no fact of today's wording stays as it was kept. */
    static String inWords(String kept) {
        return Stream.concat(whole().filter(fact -> fact.english().equals(kept)), naming(kept))
                .findFirst()
                .map(Phrase::said)
                .orElse(kept);
    }

    private static Stream<Phrase> whole() {
        return Stream.concat(
                Stream.of("new-vendor", "address").map(fact -> Phrase.of("said.fact." + fact)),
                Materiality.FACTS.stream()
                        .map(field -> Phrase.of("said.fact.of." + field))
                        .flatMap(
                                field -> Stream.of("new", "first").map(fact -> Phrase.of("said.fact." + fact, field))));
    }

    private static Stream<Phrase> naming(String kept) {
        return NAMING.stream()
                .filter(fact -> kept.startsWith(start(fact)))
                .map(fact -> Phrase.of(
                        "said.fact." + fact, kept.substring(start(fact).length())));
    }

    private static String start(String fact) {
        return Phrase.of("said.fact." + fact, "").english();
    }
}
