package fairnotice.refusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A phrase that was kept in English words, for readers of other languages. What was filled in stays as it was, but for days. */
public final class KeptPhrase {

    private KeptPhrase() {}

    /**
     * @param kept null for nothing
     * @param keys of the phrases that it may be
     * @return it in the language that is spoken; as it was kept where it is none of those phrases in today's English
     */
    public static String inWords(String kept, String... keys) {
        return kept == null || Language.spoken() == Language.EN
                ? kept
                : Stream.of(keys)
                        .flatMap(key -> read(key, kept).stream())
                        .findFirst()
                        .map(Phrase::said)
                        .orElse(kept);
    }

    private static Optional<Phrase> read(String key, String kept) {
        String english = Language.EN.speak(() -> Phrase.pattern(key));
        return KeptPattern.filledIn(english, kept).map(filled -> Phrase.of(key, arguments(filled)));
    }

    private static Object[] arguments(List<String> filled) {
        return filled.stream()
                .map(text -> WrittenDay.kept(text).map(Object.class::cast).orElse(text))
                .toArray();
    }
}
