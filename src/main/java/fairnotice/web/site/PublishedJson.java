package fairnotice.web.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fairnotice.register.ChangeKind;
import fairnotice.register.HistoryEntry;
import fairnotice.register.Subprocessor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A list as JSON. What the list does not state is null.
 *
 * @param publishedAt UTC
 * @param zone in which days of the list begin and end
 */
record PublishedJson(
        String register,
        String publisher,
        String title,
        int version,
        Instant publishedAt,
        String zone,
        List<Subprocessor> subprocessors,
        List<Announced> upcoming,
        List<HistoryEntry> history) {

    private static final JsonMapper JSON = mapper();

    /**
     * @param objectionsClose the last day to object by the standard policy; the dates on a customer's own notice page count for that customer
     * @param earliestUse null once the change is in effect: its use began on {@code inEffectSince}, not later
     * @param inEffectSince of a change that went first and is open to objections; null while it is not in effect
     */
    record Announced(
            String reference,
            ChangeKind kind,
            String subprocessor,
            Instant announcedAt,
            LocalDate objectionsClose,
            LocalDate earliestUse,
            Instant inEffectSince,
            String summary) {

        static Announced of(Upcoming change) {
            return new Announced(
                    change.reference(),
                    change.kind(),
                    change.subprocessorName(),
                    change.announcedAt(),
                    change.objectionsClose().lastDay(),
                    change.inEffectSince() == null ? change.earliestUse() : null,
                    change.inEffectSince(),
                    change.summary());
        }
    }

    static PublishedJson of(ListView list, AnnouncedWords words) {
        return new PublishedJson(
                list.register().id(),
                list.register().name(),
                list.register().title(),
                list.version().number(),
                list.version().publishedAt(),
                list.register().zone().getId(),
                list.version().entries(),
                list.upcoming().stream().map(Announced::of).toList(),
                list.version().history().stream()
                        .map(line -> new HistoryEntry(
                                line.on(),
                                line.tag(),
                                words.withStillUsed(line.text(), list.stillUsed(line)),
                                line.reference()))
                        .toList());
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        mapper.getFactory().setCharacterEscapes(new NoMarkup());
        return mapper;
    }

    /** Writes what could be taken for markup as \\u003C and the like, for clients that put JSON into a page. */
    private static final class NoMarkup extends CharacterEscapes {

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '\''}) {
                codes[c] = CharacterEscapes.ESCAPE_STANDARD;
            }
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
