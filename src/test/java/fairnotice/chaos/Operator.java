package fairnotice.chaos;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The administrator, signed in at one node. */
final class Operator {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Node node;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Operator(Node node) throws IOException, InterruptedException {
        this.node = node;
        Matcher csrf = CSRF.matcher(page("/login"));
        if (!csrf.find()) {
            throw new IllegalStateException("No form to sign in");
        }
        client.send(
                HttpRequest.newBuilder(node.address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=operator&password=operating&_csrf="
                                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private String page(String path) throws IOException, InterruptedException {
        URI address = node.address(path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** How often these words stand on a page. */
    long count(String path, String words) throws IOException, InterruptedException {
        return page(path).split(Pattern.quote(words), -1).length - 1L;
    }

    /** The line of a page in which these words stand, without its tags. */
    String sentence(String path, String words) throws IOException, InterruptedException {
        return page(path)
                .lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElse("nothing of it")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .strip();
    }
}
