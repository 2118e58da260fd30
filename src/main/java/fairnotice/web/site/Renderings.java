package fairnotice.web.site;

import fairnotice.refusal.Language;
import fairnotice.register.Register;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The bytes of a list in each form, made and compressed once for each state and served from memory. They are the same for every visitor of
 * one language, so that the strong ETag (RFC 9110, 8.8.3) is a digest of the bytes themselves, and their size tells nothing of anybody.
 */
@Component
class Renderings {

    private record Rendering(Published.State state, Encoded plain, Encoded gzip) {

        static Rendering of(Published.State state, byte[] bytes) {
            Encoded plain = Encoded.plain(bytes);
            return new Rendering(state, plain, plain.gzip());
        }
    }

    private final Published published;
    private final HttpServletRequest request;
    private final Map<String, Rendering> kept = new ConcurrentHashMap<>();

    /** @param request the one at hand */
    Renderings(Published published, HttpServletRequest request) {
        this.published = published;
        this.request = request;
    }

    /** The register in that form, in the language of the reader; a client that has these bytes already gets 304. */
    ResponseEntity<byte[]> spoken(Register register, MediaType form, Supplier<byte[]> maker) {
        Language language = Language.spoken();
        Encoded answer = answer(kept(language, register, form, maker));
        return head(answer, form)
                .varyBy(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(answer.bytes());
    }

    /** The same for machines, in English. */
    ResponseEntity<byte[]> of(Register register, MediaType form, Supplier<byte[]> maker) {
        Encoded answer = answer(kept(Language.EN, register, form, maker));
        return head(answer, form).varyBy(HttpHeaders.ACCEPT_ENCODING).body(answer.bytes());
    }

    private Rendering kept(Language language, Register register, MediaType form, Supplier<byte[]> maker) {
        return language.speak(() -> {
            // Read before rendering: a version published meanwhile makes this rendering stale at the next request,
            // never later.
            Published.State state = published.state(register);
            String place = register.id() + " " + form + " " + language.code();
            Rendering rendering = kept.get(place);
            if (rendering == null || !rendering.state().equals(state)) {
                rendering = Rendering.of(state, maker.get());
                kept.put(place, rendering);
            }
            return rendering;
        });
    }

    private Encoded answer(Rendering rendering) {
        return Encoded.takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)) ? rendering.gzip() : rendering.plain();
    }

    private static ResponseEntity.BodyBuilder head(Encoded answer, MediaType form) {
        return ResponseEntity.ok()
                .contentType(form)
                .eTag(answer.etag())
                .headers(answer::describe)
                .cacheControl(CacheControl.noCache().cachePublic());
    }
}
