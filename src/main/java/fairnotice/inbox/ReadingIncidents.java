package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.refusal.Phrase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        List<Incident> open = all();
        Set<Incident> theirs = Set.copyOf(scope.retriable(open, actor));
        return scope.seen(open, actor).stream()
                .map(incident -> new Seen(incident, theirs.contains(incident)))
                .toList();
    }

    /** How many there are of each kind, whose ever they are; a kind of which there is none is left out. */
    Map<IncidentKind, Integer> counts() {
        Map<IncidentKind, Integer> counts = new EnumMap<>(IncidentKind.class);
        all().forEach(incident -> counts.merge(incident.kind(), 1, Integer::sum));
        return counts;
    }

    private List<Incident> all() {
        return sources.stream().flatMap(source -> read(source).stream()).toList();
    }

    private static List<Incident> read(Incidents source) {
        try {
            return source.open();
        } catch (RuntimeException e) {
            LOG.warn("Incidents could not be read: {}", e.toString());
            return List.of(Incident.of(
                    IncidentKind.UNREAD, Phrase.of("said.incident.unread").said(), null, e.toString()));
        }
    }
}
