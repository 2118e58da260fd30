package fairnotice.mail;

import java.net.URI;

/**
 * Where people outside reach this installation; every link in a mail starts with it.
 *
 * @param base absolute URL without a slash at its end: {@code https://notices.example.com}; setting {@code fairnotice.public-url}
 */
public record PublicAddress(String base) {

    /** @throws IllegalArgumentException when the base is not an absolute http or https URL */
    public PublicAddress {
        base = base.replaceAll("/+$", "");
        String scheme = URI.create(base).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(
                    "fairnotice.public-url must be an absolute http or https URL, not " + base);
        }
    }

    /** The absolute URL of a path that starts with a slash. */
    public String to(String path) {
        return base + path;
    }
}
