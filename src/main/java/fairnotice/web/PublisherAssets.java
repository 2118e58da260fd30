package fairnotice.web;

import fairnotice.publisher.Publisher;
import fairnotice.publisher.ReadingPublisher;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The publisher's logo and colour. Their addresses change with them, so that browsers may keep them for a year. */
@Controller
class PublisherAssets {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ReadingPublisher reading;

    PublisherAssets(ReadingPublisher reading) {
        this.reading = reading;
    }

    @GetMapping("/publisher/{digest}.png")
    ResponseEntity<byte[]> logo(@PathVariable("digest") String digest) {
        return reading.logo(digest)
                .map(logo -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(KEPT)
                        .body(logo.png()))
                .orElseThrow(NoSuchPage::new);
    }

    @GetMapping("/publisher/{colour}.css")
    ResponseEntity<byte[]> colour(@PathVariable("colour") String colour) {
        String accent = "#" + colour;
        Publisher publisher = reading.publisher();
        if (!accent.equals(publisher.accent())) {
            throw new NoSuchPage();
        }
        return ResponseEntity.ok().contentType(Brand.CSS).cacheControl(KEPT).body(Brand.style(accent));
    }
}
