package fairnotice.inbox;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading which steps of the system have failed, on this node and in the engine. */
@Service
public class ReadingIncidents {

    private final List<Incidents> sources;

    ReadingIncidents(List<Incidents> sources) {
        this.sources = sources;
    }

    @Transactional(readOnly = true)
    public List<Incident> open() {
        return sources.stream().flatMap(source -> source.open().stream()).toList();
    }
}
