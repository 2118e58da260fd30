package fairnotice.web.api;

import fairnotice.refusal.Phrase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body is read up to a limit and no further, whatever length it was announced with. An import of customers may be longer than the rest. */
@Component
class BodyLimit extends OncePerRequestFilter {

    static final long BYTES = 1L << 20;
    static final long BYTES_OF_IMPORT = 32L << 20;

    /** The body is longer than what is taken. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super(Phrase.of("refused.body.limit", limit >> 20).english());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiErrors.isOfApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean imports = HttpMethod.PUT.matches(request.getMethod());
        chain.doFilter(new Limited(request, imports ? BYTES_OF_IMPORT : BYTES), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit, getContentLengthLong());
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        Counted(ServletInputStream body, long limit, long announced) {
            this.body = body;
            this.limit = limit;
            count(announced > limit ? announced : 0);
        }

        private int count(long more) {
            read += more;
            if (read > limit) {
                throw new TooLarge(limit);
            }
            return (int) more;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = body.read(into, offset, length);
            return got < 0 ? got : count(got);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
