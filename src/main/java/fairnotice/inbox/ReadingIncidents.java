package fairnotice.inbox;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Reading which steps of the system have failed, on this node and in the engine. */
@Service
public class ReadingIncidents {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingIncidents.class);

    private final List<Incidents> sources;

    ReadingIncidents(List<Incidents> sources) {
        this.sources = sources;
    }

    /** A source that cannot be read is an incident itself, and hides none of the others. */
    public List<Incident> open() {
        return sources.stream().flatMap(source -> read(source).stream()).toList();
    }

    private static List<Incident> read(Incidents source) {
        try {
            return source.open();
        } catch (RuntimeException e) {
            LOG.warn("Incidents could not be read: {}", e.toString());
            return List.of(new Incident("read other incidents", null, null, null, e.toString(), null));
        }
    }
}
