package fairnotice.web.workspace.settings;

import fairnotice.publisher.Publisher;
import fairnotice.publisher.TypedPublisher;
import fairnotice.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.multipart.MultipartFile;

/**
 * The publisher as typed.
 *
 * @param version of the publisher that was looked at
 * @param logo a file; null or empty for none
 */
record PublisherForm(
        Integer version,
        String name,
        String imprint,
        String privacy,
        String accent,
        String address,
        MultipartFile logo,
        boolean withoutLogo) {

    private static final long LARGEST_LOGO = 4L * 1024 * 1024;

    static PublisherForm of(Publisher publisher) {
        return new PublisherForm(
                publisher.version(),
                publisher.name(),
                publisher.imprint(),
                publisher.privacy(),
                publisher.accent(),
                publisher.asked() == null
                        ? publisher.address()
                        : publisher.asked().address(),
                null,
                false);
    }

    /** @throws Refused when the file is too large to be looked at */
    TypedPublisher typed() {
        return new TypedPublisher(name, imprint, privacy, accent, address, content(), withoutLogo);
    }

    int seen() {
        return version == null ? -1 : version;
    }

    private byte[] content() {
        if (logo == null || logo.isEmpty()) {
            return null;
        }
        if (logo.getSize() > LARGEST_LOGO) {
            throw Refused.invalid("logo", "refused.logo.large", 1);
        }
        try {
            return logo.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
