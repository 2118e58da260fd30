package fairnotice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that is too large to be read is answered so before anything looks into it: otherwise its CSRF token would be missed and its
 * sender told that the form had expired.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FormLimit extends OncePerRequestFilter {

    /** What Tomcat reads of a form without files. */
    private static final long BYTES_WITHOUT_FILES = 2L << 20;

    private final long withFiles;

    FormLimit(@Value("${spring.servlet.multipart.max-request-size}") DataSize withFiles) {
        this.withFiles = withFiles.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.startsWith("multipart/");
        if (request.getContentLengthLong() > (files ? withFiles : BYTES_WITHOUT_FILES)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
