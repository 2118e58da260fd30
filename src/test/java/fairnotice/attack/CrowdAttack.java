package fairnotice.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Attacks that nobody needs an account for, each by its name, bounded in time and number and on loopback. Each prints how an ordinary
 * visitor fared meanwhile, and fails where the product did not hold.
 */
public final class CrowdAttack {

    private static final int CROWD = 400;
    private static final int IDLE = 2_000;
    private static final int ANONYMOUS = 20_000;
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Duration DRIP = Duration.ofSeconds(10);
    private static final Duration BETWEEN_VISITS = Duration.ofMillis(100);
    private static final long MOST_MILLIS = 500;
    private static final int PHONE_BYTES_A_SECOND = 125_000;
    private static final int PHONE_BYTES = 5_000_000;

    private static final List<String> ADDRESSES =
            List.of("/r/opsticket/subscribe", "/nope", "/api/v1/registers/opsticket/changes");
    /** A form's token is whatever the cookie says, so anybody can have one. */
    private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";

    /** The same as a form sends it: masked with as many bytes of nothing as it has. */
    private static final String SENT = Base64.getUrlEncoder()
            .encodeToString(("\0".repeat(TOKEN.length()) + TOKEN).getBytes(StandardCharsets.ISO_8859_1));

    /** One attack; false where the product did not hold. */
    @FunctionalInterface
    private interface Strike {
        boolean on(int port) throws Exception;
    }

    private static final Map<String, Strike> STRIKES = new LinkedHashMap<>();

    static {
        STRIKES.put("slow-bodies", port -> crowd("slow-bodies", port, bodies("Content-Length: 100000"), "x"));
        STRIKES.put(
                "slow-chunks", port -> crowd("slow-chunks", port, bodies("Transfer-Encoding: chunked"), "1\r\nx\r\n"));
        STRIKES.put("slow-files", port -> crowd("slow-files", port, files(), "x"));
        STRIKES.put("slow-headers", port -> crowd("slow-headers", port, headers(), "x"));
        STRIKES.put("slow-readers", port -> crowd("slow-readers", port, pipelined(), ""));
        STRIKES.put("idle", CrowdAttack::idle);
        STRIKES.put("phone", CrowdAttack::phone);
        STRIKES.put("anonymous", CrowdAttack::anonymous);
    }

    private CrowdAttack() {}

    /** @param args the address of the copy, of which the port alone counts, then names; all without a name */
    public static void main(String[] args) throws Exception {
        int port = URI.create(args[0]).getPort();
        List<String> names =
                args.length == 1 ? List.copyOf(STRIKES.keySet()) : List.of(args).subList(1, args.length);
        boolean held = true;
        for (String name : names) {
            Strike strike = STRIKES.get(name);
            if (strike == null) {
                System.err.println("There is no attack \"" + name + "\"; choose one of "
                        + String.join(", ", STRIKES.keySet()) + ".");
                System.exit(2);
            }
            held &= strike.on(port);
        }
        System.exit(held ? 0 : 1);
    }

    private static List<String> bodies(String length) {
        return ADDRESSES.stream()
                .map(address -> post(address, "application/x-www-form-urlencoded", length) + "\r\n")
                .toList();
    }

    /** A form of ours by all that a browser says, so that its body is read. */
    private static List<String> files() {
        return List.of(post("/n/nobody/objection", "multipart/form-data; boundary=x", "Content-Length: 5000000")
                + "Sec-Fetch-Site: same-origin\r\n\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"attachments\"; filename=\"a.txt\"\r\n\r\n");
    }

    private static String post(String address, String type, String length) {
        return "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nCookie: XSRF-TOKEN=" + TOKEN + "\r\nContent-Type: "
                + type + "\r\n" + length + "\r\n";
    }

    private static List<String> headers() {
        return List.of("GET /r/opsticket HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    /** A hundred answers each, none of which is read. */
    private static List<String> pipelined() {
        return List.of("GET /r/opsticket HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100));
    }

    private static boolean crowd(String name, int port, List<String> openings, String drip) throws Exception {
        try (Crowd crowd = new Crowd(port, openings, drip.isEmpty() ? 4_096 : 0)) {
            crowd.grow(CROWD);
            int atFirst = crowd.size();
            long dripped = System.nanoTime();
            long until = dripped + LASTS.toNanos();
            List<Long> pages = new ArrayList<>();
            List<Long> health = new ArrayList<>();
            int failed = 0;
            while (System.nanoTime() < until) {
                failed += visit(port, "/r/opsticket", pages) ? 0 : 1;
                failed += visit(port, "/actuator/health", health) ? 0 : 1;
                if (System.nanoTime() - dripped > DRIP.toNanos()) {
                    crowd.drip(drip);
                    crowd.grow(CROWD);
                    dripped = System.nanoTime();
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_VISITS.toMillis());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d at once, %d turned out; register page p99 %d ms, health p99 %d ms of %d visits, %d failed%n",
                    name,
                    atFirst,
                    crowd.closedByServer(),
                    p99(pages),
                    p99(health),
                    pages.size() + health.size(),
                    failed);
            return failed == 0 && p99(pages) < MOST_MILLIS && p99(health) < MOST_MILLIS;
        }
    }

    /** Connections that asked for one page and ask for nothing more. */
    private static boolean idle(int port) throws Exception {
        try (Crowd crowd = new Crowd(port, List.of("GET /assets/app.css HTTP/1.1\r\nHost: localhost\r\n\r\n"), 0)) {
            crowd.grow(IDLE);
            TimeUnit.SECONDS.sleep(5); // until each has its page
            List<Long> pages = new ArrayList<>();
            int failed = 0;
            for (int visit = 0; visit < 50; visit++) {
                failed += visit(port, "/r/opsticket", pages) ? 0 : 1;
            }
            System.out.printf(
                    Locale.ROOT,
                    "idle: %d connections; register page p99 %d ms, %d failed%n",
                    crowd.size(),
                    p99(pages),
                    failed);
            return failed == 0 && p99(pages) < MOST_MILLIS;
        }
    }

    private static boolean visit(int port, String address, List<Long> took) {
        long asked = System.nanoTime();
        boolean answered = false;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            answered = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .startsWith("HTTP/1.1 200");
        } catch (IOException tooLate) {
            answered = false;
        }
        took.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
        return answered;
    }

    private static long p99(List<Long> took) {
        List<Long> sorted = new ArrayList<>(took);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    /** No attack: an honest upload of 5 MB at 1 Mbit/s, which is read to its end and then answered. */
    private static boolean phone(int port) throws Exception {
        byte[] begin = ("--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + SENT + "\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=\"attachments\"; filename=\"a.txt\"\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.ISO_8859_1);
        long asked = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((post(
                                    "/n/nobody/objection",
                                    "multipart/form-data; boundary=x",
                                    "Content-Length: " + (begin.length + PHONE_BYTES + end.length))
                            + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(begin);
            byte[] tenth = new byte[PHONE_BYTES_A_SECOND / 10];
            Arrays.fill(tenth, (byte) 'x');
            for (int sent = 0; sent < PHONE_BYTES; sent += tenth.length) {
                out.write(tenth);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            out.write(end);
            String status = statusLine(socket.getInputStream());
            System.out.printf(
                    Locale.ROOT,
                    "phone: 5 MB at 1 Mbit/s to a link of nobody's: %s after %.1f s%n",
                    status,
                    (System.nanoTime() - asked) / 1e9);
            return status.contains(" 404");
        } catch (IOException cutOff) {
            System.out.println("phone: cut off, " + cutOff.getMessage());
            return false;
        }
    }

    private static String statusLine(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("no answer");
    }

    /** Addresses that need a sign-in, and such as do not exist; nothing of such a visit is to stay. */
    private static boolean anonymous(int port) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        int sessions = 0;
        int failed = 0;
        long begun = System.nanoTime();
        for (int n = 0; n < ANONYMOUS; n++) {
            String address = (n % 2 == 0 ? "/inbox?n=" : "/nope/") + n + "?" + "x".repeat(1_000);
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            sessions +=
                    answer.headers().allValues("Set-Cookie").stream().anyMatch(it -> it.contains("SESSION")) ? 1 : 0;
            failed += answer.statusCode() >= 500 ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "anonymous: %d visits in %.1f s, %d sessions, %d failed%n",
                ANONYMOUS,
                (System.nanoTime() - begun) / 1e9,
                sessions,
                failed);
        return sessions + failed == 0;
    }
}
