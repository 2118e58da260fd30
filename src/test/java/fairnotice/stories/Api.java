package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person at the HTTP surface. */
final class Api {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final Pattern CSRF =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private final String authorization;

    private Api(int port, String authorization) {
        this.base = "http://localhost:" + port;
        this.authorization = authorization;
    }

    static Api visitor(int port) {
        return new Api(port, null);
    }

    /** Staff of the demonstration, as the README's commands come. */
    static Api withPassword(int port, String staff) {
        String pair = Base64.getEncoder().encodeToString((staff + ":demo").getBytes(StandardCharsets.UTF_8));
        return new Api(port, "Basic " + pair);
    }

    /** Staff with a token: a password is checked slowly, on purpose, at each request. */
    static Api withToken(int port, String token) {
        return new Api(port, "Bearer " + token);
    }

    JsonNode get(String path) {
        return ok(send("GET", path, null));
    }

    JsonNode post(String path, Object body) {
        return ok(send("POST", path, body));
    }

    JsonNode put(String path, Object body) {
        return ok(send("PUT", path, body));
    }

    /** The answer as it is, whatever its status. */
    HttpResponse<String> send(String method, String path, Object body) {
        return sendText(method, path, body == null ? null : write(body));
    }

    HttpResponse<String> sendText(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        request.header("Content-Type", "application/json");
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return exchange(request.build());
    }

    String page(String path) {
        HttpResponse<String> response =
                exchange(HttpRequest.newBuilder(URI.create(base + path)).build());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    int status(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)).build()).statusCode();
    }

    /** Sends the form of a page as a browser would, with its CSRF token. */
    HttpResponse<String> submit(String page, String action, String fields) {
        Matcher token = CSRF.matcher(page(page));
        assertThat(token.find()).as("a CSRF token on %s", page).isTrue();
        String csrf = token.group(1) == null ? token.group(2) : token.group(1);
        return exchange(HttpRequest.newBuilder(URI.create(base + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf + "&" + fields))
                .build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as("%s %s: %s", response.request().method(), response.uri().getPath(), response.body())
                .isBetween(200, 299);
        try {
            return response.body().isEmpty() ? NullNode.getInstance() : JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
