package fairnotice.web.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What all pages behind a signed link have in common: no cache and no search engine keeps them. */
final class PrivatePages {

    private PrivatePages() {}

    static void mark(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** The same for every link that opens nothing, so that nobody learns what there is. */
    static String nothing(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "portal/nothing";
    }
}
