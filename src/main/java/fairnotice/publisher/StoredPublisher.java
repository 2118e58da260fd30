package fairnotice.publisher;

import java.util.Optional;

/** Where it is kept who runs this installation. */
public interface StoredPublisher {

    /** As it is now, or was ten seconds of real time ago at most: every page shows it, and none should ask a database for it. */
    Publisher find();

    /** As it is now, in the caller's transaction. */
    Publisher read();

    /** The picture with that digest, while it is the logo. */
    Optional<Logo> logo(String digest);

    /** @param logo to be kept with it; null where that stays or goes, as its digest says */
    void save(Publisher publisher, Logo logo);
}
