package fairnotice.publisher;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The company that runs this installation, as it was set in the browser; what is not set is null.
 *
 * @param version raised by one with each change; 0 before the first
 * @param name as visitors know it
 * @param imprint absolute URL of the page that says who answers for this site
 * @param privacy absolute URL of its privacy notice (GDPR, article 13)
 * @param accent brand colour, "#rrggbb", of pages that belong to no register
 * @param address absolute URL under which people outside reach this installation, without a path
 * @param logo digest of the picture that is its logo
 * @param asked an address that waits for another administrator
 */
@RecordBuilder
public record Publisher(
        int version,
        String name,
        String imprint,
        String privacy,
        String accent,
        String address,
        String logo,
        RequestedAddress asked) {

    public static final Publisher UNSET = new Publisher(0, null, null, null, null, null, null, null);

    /** What visitors are shown, but for the logo. */
    Publisher described(String asName, String asImprint, String asPrivacy, String asAccent) {
        return PublisherBuilder.builder(this)
                .name(asName)
                .imprint(asImprint)
                .privacy(asPrivacy)
                .accent(asAccent)
                .build();
    }

    /** @param digest null for none */
    Publisher withLogo(String digest) {
        return PublisherBuilder.builder(this).logo(digest).build();
    }

    Publisher reachedAt(String other) {
        return PublisherBuilder.builder(this).address(other).asked(null).build();
    }

    Publisher asking(RequestedAddress other) {
        return PublisherBuilder.builder(this).asked(other).build();
    }

    Publisher next() {
        return PublisherBuilder.builder(this).version(version + 1).build();
    }
}
