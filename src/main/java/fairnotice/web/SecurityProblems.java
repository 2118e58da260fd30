package fairnotice.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.refusal.Phrase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refusals of the API as {@code application/problem+json} (RFC 9457), with a sentence that says what to do. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final boolean demo;

    SecurityProblems(ObjectMapper json, boolean demo) {
        this.json = json;
        this.demo = demo;
    }

    /** Who could not be looked up was not refused. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof InternalAuthenticationServiceException) {
            throw refusal;
        }
        if (refusal instanceof SecurityPasswords.TooManyAttempts many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
            write(response, HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", refusal.getMessage());
            return;
        }
        if (refusal instanceof SecurityHalfway.SecondFactorNeeded) {
            write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "second-factor",
                    Phrase.of("refused.credentials.factor").said());
            return;
        }
        if (refusal instanceof SecurityBearerTokens.TokenExpired) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Fairnotice\", error=\"invalid_token\"");
            write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "token-expired",
                    Phrase.of("refused.token.expired").said());
            return;
        }
        boolean nothingShown = refusal instanceof InsufficientAuthenticationException;
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"Fairnotice\"" + (nothingShown ? "" : ", error=\"invalid_token\""));
        if (demo) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Fairnotice\"");
        }
        Phrase how = Phrase.of(demo ? "refused.credentials.demo" : "refused.credentials.token");
        Phrase sentence = Phrase.of(nothingShown ? "refused.credentials.none" : "refused.credentials.wrong", how);
        write(response, HttpStatus.UNAUTHORIZED, "unauthenticated", sentence.said());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        boolean reads = refusal instanceof SecurityBearerTokens.TokenOnlyReads;
        write(
                response,
                HttpStatus.FORBIDDEN,
                reads ? "token-only-reads" : "forbidden",
                Phrase.of(reads ? "refused.token.only-reads" : "refused.role").said());
    }

    private void write(HttpServletResponse response, HttpStatus status, String type, String sentence)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:fairnotice:problem:" + type));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
