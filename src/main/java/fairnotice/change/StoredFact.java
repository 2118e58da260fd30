package fairnotice.change;

import fairnotice.refusal.Phrase;
import java.util.List;
import java.util.stream.Stream;

/** A new fact, which is kept in English, in the words of its reader. */
final class StoredFact {

    /** Those that end with the countries they name. */
    private static final List<String> COUNTRIES = List.of("country", "country-named");

    private static final String ENTITY = "entity-named";

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
        return Stream.concat(
                COUNTRIES.stream()
                        .flatMap(fact -> named(fact, kept)
                                .map(names ->
                                        Phrase.of("said.fact." + fact, Countries.inWords(List.of(names.split(", ")))))),
                named(ENTITY, kept).map(name -> Phrase.of("said.fact." + ENTITY, name)));
    }

    private static Stream<String> named(String fact, String kept) {
        return kept.startsWith(start(fact))
                ? Stream.of(kept.substring(start(fact).length()))
                : Stream.empty();
    }

    private static String start(String fact) {
        return Phrase.of("said.fact." + fact, "").english();
    }
}
