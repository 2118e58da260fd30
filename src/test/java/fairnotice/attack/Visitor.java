package fairnotice.attack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody with a browser and its cookies, who may have signed in. */
public final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Visitor(String base) {
        this.base = base;
    }

    /** @param base of a copy on this machine: {@code http://127.0.0.1:8080} */
    public static Visitor of(String base) {
        return new Visitor(base);
    }

    public static Visitor signedIn(String base, String name, String password) {
        Visitor visitor = new Visitor(base);
        Answer page = visitor.get("/login");
        Forms.Form form = Forms.on(page.body(), "/login").stream()
                .filter(each -> each.fields().containsKey("password"))
                .findFirst()
                .orElseThrow();
        form.fields().put("username", name);
        form.fields().put("password", password);
        Answer answer = visitor.send(
                form.method(), form.action(), Map.of("Content-Type", Shots.FORM), Shots.encoded(form.fields()));
        if (answer.status() != 302 || answer.location().contains("error")) {
            throw new IllegalStateException(name + " could not sign in: " + answer.status() + " " + answer.location());
        }
        return visitor;
    }

    /** @param status 0 when there was no answer; the body then says why */
    record Answer(int status, String location, String body, long millis) {}

    Answer get(String path) {
        return send("GET", path, Map.of(), new byte[0]);
    }

    Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        long began = System.nanoTime();
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
            headers.forEach(request::header);
            request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body(),
                    since(began));
        } catch (IOException none) {
            return new Answer(0, "", none.toString(), since(began));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
