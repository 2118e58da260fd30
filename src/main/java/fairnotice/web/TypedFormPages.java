package fairnotice.web;

import fairnotice.publisher.ReadingPublisher;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The pages that show what was typed in a form that had grown old; written where security refuses, before any controller is asked. */
@Component
class TypedFormPages {

    static final String KEPT = "fairnotice.kept";
    /** Where the session's own is shown, to whoever is signed in. */
    static final String ADDRESS = "/login/kept";

    private final ThymeleafViewResolver views;
    private final Optional<Banner> banner;
    private final ReadingPublisher publisher;
    private final Phrases phrases;
    private final boolean demo;

    TypedFormPages(
            ThymeleafViewResolver views,
            Optional<Banner> banner,
            ReadingPublisher publisher,
            Optional<DemoPeople> people,
            Phrases phrases) {
        this.phrases = phrases;
        this.views = views;
        this.banner = banner;
        this.publisher = publisher;
        this.demo = people.isPresent();
    }

    /** One click sends it, with a fresh token. */
    void sendAgain(TypedForm typed, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, Object> model = new HashMap<>();
        model.put("kept", typed);
        model.put("banner", banner.flatMap(Banner::text).orElse(null));
        model.put("publisher", publisher.publisher());
        render("kept", model, HttpStatus.FORBIDDEN, request, response);
    }

    /**
     * The sign-in form, which carries along what was typed.
     *
     * @param said why it is shown, as the page's words are named
     * @param typed null for nothing
     */
    void signIn(
            String said, TypedForm typed, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, Object> model = new HashMap<>();
        model.put("said", said);
        model.put("kept", typed);
        model.put("demo", demo && typed == null);
        render("login", model, status, request, response);
    }

    /** The sign-in form, with why whoever a provider vouched for is not let in. */
    void refusedSignIn(Refused why, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, Object> model = new HashMap<>();
        model.put("why", phrases.said(why));
        render("login", model, HttpStatus.FORBIDDEN, request, response);
    }

    /**
     * The form for the code after the password, which carries along what was typed before.
     *
     * @param wrong what was wrong with a code; null for nothing
     * @param typed null for nothing
     */
    void code(
            Phrase wrong, TypedForm typed, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, Object> model = new HashMap<>();
        model.put("wrong", wrong == null ? null : phrases.said(wrong));
        model.put("kept", typed);
        render("login-code", model, status, request, response);
    }

    /** After signing in: the session has what was typed until it ends, so that a reload does not sign in once more. */
    static void resume(TypedForm typed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession().setAttribute(KEPT, typed.text());
        response.sendRedirect(request.getContextPath() + ADDRESS);
    }

    private void render(
            String name,
            Map<String, Object> model,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(status.value());
        response.setHeader("Cache-Control", "no-store");
        try {
            View view = views.resolveViewName(name, Language.reader());
            view.render(model, request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
