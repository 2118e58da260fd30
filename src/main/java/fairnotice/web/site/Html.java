package fairnotice.web.site;

import fairnotice.refusal.Language;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders a template into bytes that can be kept, since nothing of the visitor enters them. */
@Component
class Html {

    private final ThymeleafViewResolver views;

    Html(ThymeleafViewResolver views) {
        this.views = views;
    }

    byte[] render(String template, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        Captured captured = new Captured(response);
        try {
            View view = views.resolveViewName(template, Language.reader());
            view.render(model, request, captured);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The template " + template + " cannot be rendered.", e);
        }
        return captured.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the text, and sets nothing on the real response. */
    private static final class Captured extends HttpServletResponseWrapper {

        private final StringWriter text = new StringWriter();
        private final PrintWriter writer = new PrintWriter(text);

        Captured(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            throw new UnsupportedOperationException("a template writes text");
        }

        @Override
        public void setContentType(String type) {}

        @Override
        public void setCharacterEncoding(String encoding) {}

        @Override
        public void setLocale(Locale locale) {}

        @Override
        public void flushBuffer() {}
    }
}
