package fairnotice.web;

import fairnotice.access.RecordingSignIns;
import fairnotice.access.SecurityEvent;
import fairnotice.access.Staff;
import fairnotice.limit.Client;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells the security log, and of accounts the ledger, who came in, who did not, and who was refused. */
@Component
class SecurityAudit {

    private final RecordingSignIns signIns;
    /** The hour in which the use of a token was told last, by its digest. */
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    SecurityAudit(RecordingSignIns signIns) {
        this.signIns = signIns;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Authentication who = event.getAuthentication();
        SecurityEvent.done("sign-in")
                .fact("actor", who.getName())
                .fact("client", SecurityOrigin.client(who.getDetails()).network())
                .log();
        signIns.signedIn(who.getName());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        SecurityEvent.done("sign-out")
                .fact("actor", event.getAuthentication().getName())
                .log();
    }

    void wrongPassword(String typed, Client client) {
        password(SecurityEvent.refused("sign-in"), typed, client);
    }

    void tooManyPasswords(String typed, Client client) {
        password(SecurityEvent.limited("sign-in"), typed, client);
        signIns.locked(typed);
    }

    /** @param username whose password was right */
    void wrongCode(String username, HttpServletRequest request) {
        SecurityEvent.refused("second-factor")
                .fact("actor", username)
                .fact("client", Clients.of(request).network())
                .log();
    }

    private void password(SecurityEvent event, String typed, Client client) {
        event.fact("actor", signIns.known(typed).orElse("unknown"))
                .fact("client", client.network())
                .log();
    }

    /** Once an hour for each token, on each node. */
    void tokenUsed(String digest, Staff holder, HttpServletRequest request) {
        long hour = TimeUnit.NANOSECONDS.toHours(System.nanoTime());
        Long before = told.put(digest, hour);
        if (before == null || before != hour) {
            at(SecurityEvent.done("token"), holder.username(), request);
        }
    }

    void unknownToken(boolean limited, HttpServletRequest request) {
        at(limited ? SecurityEvent.limited("token") : SecurityEvent.refused("token"), "unknown", request);
    }

    static void refused(String actor, HttpServletRequest request) {
        at(SecurityEvent.refused("access").fact("method", request.getMethod()), actor, request);
    }

    private static void at(SecurityEvent event, String actor, HttpServletRequest request) {
        event.fact("actor", actor)
                .fact("client", Clients.of(request).network())
                .fact("page", request.getRequestURI())
                .log();
    }
}
