package fairnotice.web.site;

import fairnotice.refusal.Language;
import fairnotice.register.Register;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The bytes of a list in each form, made once for each state and served from memory. They are the same for every visitor of one
 * language, so that the strong ETag (RFC 9110, 8.8.3) is a digest of the bytes themselves.
 */
@Component
class Renderings {

    private record Rendering(Published.State state, byte[] bytes, String etag) {}

    private final Published published;
    private final Map<String, Rendering> kept = new ConcurrentHashMap<>();

    Renderings(Published published) {
        this.published = published;
    }

    /** The register in that form, in the language of the reader; a client that has these bytes already gets 304. */
    ResponseEntity<byte[]> spoken(Register register, MediaType form, Supplier<byte[]> maker) {
        Language language = Language.spoken();
        Rendering rendering = kept(language, register, form, maker);
        return answer(rendering, form)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(rendering.bytes());
    }

    /** The same for machines, in English. */
    ResponseEntity<byte[]> of(Register register, MediaType form, Supplier<byte[]> maker) {
        Rendering rendering = kept(Language.EN, register, form, maker);
        return answer(rendering, form).body(rendering.bytes());
    }

    private Rendering kept(Language language, Register register, MediaType form, Supplier<byte[]> maker) {
        return language.speak(() -> {
            // Read before rendering: a version published meanwhile makes this rendering stale at the next request,
            // never later.
            Published.State state = published.state(register);
            String place = register.id() + " " + form + " " + language.code();
            Rendering rendering = kept.get(place);
            if (rendering == null || !rendering.state().equals(state)) {
                byte[] bytes = maker.get();
                rendering = new Rendering(state, bytes, etag(bytes));
                kept.put(place, rendering);
            }
            return rendering;
        });
    }

    private static ResponseEntity.BodyBuilder answer(Rendering rendering, MediaType form) {
        return ResponseEntity.ok()
                .contentType(form)
                .eTag(rendering.etag())
                .cacheControl(CacheControl.noCache().cachePublic());
    }

    private static String etag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(DigestUtils.sha256(bytes), 0, 16) + '"';
    }
}
