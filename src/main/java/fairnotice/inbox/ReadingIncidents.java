package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.refusal.Phrase;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Reading which steps of the system have failed, on this node and in the engine. */
@Service
public class ReadingIncidents {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingIncidents.class);

    private final List<Incidents> sources;
    private final IncidentScope scope;

    ReadingIncidents(List<Incidents> sources, IncidentScope scope) {
        this.sources = sources;
        this.scope = scope;
    }

    /** An incident that somebody sees. @param mayRetry whether they may have it tried again, where that is not done by itself */
    public record Seen(Incident incident, boolean mayRetry) {}

    /** A source that cannot be read is an incident itself, and hides none of the others. */
    public List<Seen> open(Actor actor) {
        List<Incident> open =
                sources.stream().flatMap(source -> read(source).stream()).toList();
        Set<Incident> theirs = Set.copyOf(scope.retriable(open, actor));
        return scope.seen(open, actor).stream()
                .map(incident -> new Seen(incident, theirs.contains(incident)))
                .toList();
    }

    private static List<Incident> read(Incidents source) {
        try {
            return source.open();
        } catch (RuntimeException e) {
            LOG.warn("Incidents could not be read: {}", e.toString());
            return List.of(
                    new Incident(Phrase.of("said.incident.unread").said(), null, null, null, e.toString(), null));
        }
    }
}
