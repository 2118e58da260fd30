package fairnotice.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The copy that is attacked, as a stranger with many connections and no cookie jar sees it. */
final class Target {

    private static final int AT_ONCE = 40;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("XSRF-TOKEN=([^;]+)");

    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private boolean open;

    /** @param base address of a demonstration on this machine: {@code http://localhost:8080} */
    Target(String base) throws IOException {
        if (!InetAddress.getByName(URI.create(base).getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException(base + " is not on this machine; attack your own copy.");
        }
        this.base = base;
    }

    static Target of(String[] args) throws IOException {
        return new Target(args.length == 0 ? "http://localhost:8080" : args[0]);
    }

    /** What a browser has of a form: the hidden field and the cookie that it must equal. */
    record Form(String field, String cookie) {}

    Form form(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = get(path);
        Matcher field = CSRF.matcher(page.body());
        Matcher cookie = COOKIE.matcher(String.join("\n", page.headers().allValues("set-cookie")));
        if (!field.find() || !cookie.find()) {
            throw new IllegalStateException(path + " answered " + page.statusCode() + " and shows no form");
        }
        return new Form(field.group(1), cookie.group(1));
    }

    /** @param headers names and values, one after the other */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(Form form, String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(form.field()) + "&", ""));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "XSRF-TOKEN=" + form.cookie())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same many times, forty at once. */
    <T> List<T> atOnce(int times, IntFunction<Callable<T>> attempt) throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> answers = new ArrayList<>();
            List<Callable<T>> all = IntStream.range(0, times).mapToObj(attempt).toList();
            for (Future<T> answer : attackers.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            attackers.shutdownNow();
        }
    }

    /** How many mails the demonstration's mailbox has for an address. */
    int mails(String to) throws IOException, InterruptedException {
        return get("/api/v1/demo/mailbox?to=" + encoded(to)).body().split("\"subject\"", -1).length - 1;
    }

    /** Says what came of it; a door that let more through than it should is open. */
    void report(String what, int figure, int most) {
        boolean held = figure <= most;
        open |= !held;
        System.out.printf("%s: %d; at most %d; %s%n", what, figure, most, held ? "held" : "OPEN");
    }

    /** Says what must not be less. */
    void reportAtLeast(String what, int figure, int least) {
        boolean held = figure >= least;
        open |= !held;
        System.out.printf("%s: %d; at least %d; %s%n", what, figure, least, held ? "held" : "OPEN");
    }

    void end() {
        System.exit(open ? 1 : 0);
    }
}
