package fairnotice.web.connection;

import java.util.Locale;
import org.apache.coyote.Request;

/** What a request says its body is. Whoever believed it of a body that is none, or of no such kind, would look for that body and fail. */
final class StatedType {

    private static final String HEADER = "Content-Type";

    private StatedType() {}

    /** Leaves it out where there is no body, where it is a range, which no body is of (RFC 9110, section 8.3.1), and where no form is sent in parts. */
    static void dropIfUseless(Request request) {
        String type = request.getHeader(HEADER);
        if (type != null && (!hasBody(request) || type.contains("*") || isMultipart(type) && !isPost(request))) {
            request.getMimeHeaders().removeHeader(HEADER);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isMultipart(String type) {
        return type.stripLeading().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isPost(Request request) {
        return request.getMethod().equals("POST");
    }
}
