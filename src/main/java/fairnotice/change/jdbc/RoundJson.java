package fairnotice.change.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fairnotice.change.Classification;
import fairnotice.change.Proposal;
import fairnotice.change.Review;
import fairnotice.change.Round;
import fairnotice.change.Track;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The parts of a round as JSON; fields added by a later version are passed over. */
@Component
class RoundJson {

    private final ObjectMapper mapper = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    String write(Object part) {
        try {
            return part == null ? null : mapper.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Round round(
            int number,
            String proposal,
            String by,
            Set<String> authors,
            Instant at,
            String classification,
            String review,
            Track announcedTrack) {
        return new Round(
                number,
                read(proposal, Proposal.class),
                by,
                authors,
                at,
                read(classification, Classification.class),
                read(review, Review.class),
                announcedTrack);
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
