package fairnotice.change.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import fairnotice.change.Classification;
import fairnotice.change.Proposal;
import fairnotice.change.Review;
import fairnotice.change.Round;
import fairnotice.change.Track;
import fairnotice.sql.StoredJson;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The parts of a round as JSON; fields added by a later version are passed over. */
@Component
class RoundJson {

    private final StoredJson json = new StoredJson(MapperBuilder::findAndAddModules);

    String write(Object part) {
        return json.write(part);
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
                json.read(proposal, new TypeReference<Proposal>() {}),
                by,
                authors,
                at,
                json.read(classification, new TypeReference<Classification>() {}),
                json.read(review, new TypeReference<Review>() {}),
                announcedTrack);
    }
}
