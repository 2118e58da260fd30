package fairnotice.web.site;

import fairnotice.register.Register;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The bytes of a list in each form, made once for each state and served from memory. They are the same for every visitor, so that
 * the strong ETag (RFC 9110, 8.8.3) is a digest of the bytes themselves.
 */
@Component
class Renderings {

    private record Rendering(Published.State state, byte[] bytes, String etag) {}

    private final Published published;
    private final Map<String, Rendering> kept = new ConcurrentHashMap<>();

    Renderings(Published published) {
        this.published = published;
    }

    /** The register in that form; a client that has these bytes already gets 304. */
    ResponseEntity<byte[]> of(Register register, MediaType form, Supplier<byte[]> maker) {
        // Read before rendering: a version published meanwhile makes this rendering stale at the next request, never
        // later.
        Published.State state = published.state(register);
        String place = register.id() + " " + form;
        Rendering rendering = kept.get(place);
        if (rendering == null || !rendering.state().equals(state)) {
            byte[] bytes = maker.get();
            rendering = new Rendering(state, bytes, etag(bytes));
            kept.put(place, rendering);
        }
        return ResponseEntity.ok()
                .contentType(form)
                .eTag(rendering.etag())
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(rendering.bytes());
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
