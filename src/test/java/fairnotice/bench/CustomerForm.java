package fairnotice.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer's form that was opened once; what is measured is what is sent from it, as whole HTTP/1.1 requests. */
final class CustomerForm {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String cookie;
    private final String csrf;

    /** @param path of a page with a form */
    CustomerForm(String base, String path) throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
        String page = client.send(
                        HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher field = CSRF.matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("No form on " + path + ": " + page);
        }
        csrf = field.group(1);
        cookie = cookies.getCookieStore().getCookies().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    /** @param fields encoded; empty for none */
    byte[] post(String path, String fields) {
        String form =
                "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + (fields.isEmpty() ? "" : "&" + fields);
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What a customer's page loads beside it: the ceiling. */
    static byte[] stylesheet() {
        return "GET /assets/app.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }
}
