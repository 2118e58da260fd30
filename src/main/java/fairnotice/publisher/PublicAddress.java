package fairnotice.publisher;

import java.net.URI;

/** Where people outside reach this installation; every link in a mail starts with it. */
public interface PublicAddress {

    /** Absolute URL without a slash at its end: {@code https://notices.example.com}. */
    String base();

    /** The absolute URL of a path that starts with a slash. */
    default String to(String path) {
        return base() + path;
    }

    /** Its host, in lower case, with the port where it is not the scheme's own. */
    default String authority() {
        return SiteAddress.authority(base());
    }

    /**
     * An address that does not change while the application runs.
     *
     * @throws IllegalArgumentException when it is not an absolute http or https URL
     */
    static PublicAddress of(String url) {
        String base = SiteAddress.withoutSlash(url);
        String scheme = URI.create(base).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(
                    "fairnotice.public-url must be an absolute http or https URL, not " + base);
        }
        return () -> base;
    }
}
