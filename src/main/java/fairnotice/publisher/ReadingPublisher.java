package fairnotice.publisher;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who runs this installation, for everyone to see. */
@Service
public class ReadingPublisher {

    private final StoredPublisher stored;

    ReadingPublisher(StoredPublisher stored) {
        this.stored = stored;
    }

    /** As every page shows it. */
    public Publisher publisher() {
        return stored.find();
    }

    /** As it is this moment, for who changes it. */
    @Transactional(readOnly = true)
    public Publisher current() {
        return stored.read();
    }

    public Optional<Logo> logo(String digest) {
        return stored.logo(digest);
    }
}
