package fairnotice.web.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** What pages behind a signed link answer alike. */
final class PrivatePages {

    private PrivatePages() {}

    /** The same for every link that opens nothing, so that nobody learns what there is. */
    static String nothing(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "portal/nothing";
    }
}
