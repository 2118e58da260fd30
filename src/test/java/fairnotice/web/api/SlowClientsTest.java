package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.access.IssuedTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that send or read slowly, over sockets; this house waits a second where others wait ten, and for forty bodies at once. */
class SlowClientsTest extends ApiHouse {

    /** Ends a test whose server never answers; how fast it does depends on the machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String COOKIE = "Cookie: XSRF-TOKEN=0f8fad5b-d9cb-469f-a165-70867728950e\r\n";

    @Test
    void pages_and_health_are_answered_beside_a_crowd_of_slow_bodies() throws Exception {
        get(null, "/r/opsticket");
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int n = 0; n < 60; n++) {
                crowd.add(said(head("POST", "/r/opsticket/subscribe", FORM, COOKIE + "Content-Length: 100000") + "x"));
                crowd.add(said(head("POST", "/r/opsticket/subscribe", FORM, COOKIE + "Transfer-Encoding: chunked")
                        + "1\r\nx\r\n"));
            }

            for (String address : new String[] {"/r/opsticket", "/actuator/health"}) {
                try (Socket visitor = said(head("GET", address, "text/plain", "Connection: close\r\nAccept: */*"))) {
                    assertThat(answer(visitor)).as(address).contains("HTTP/1.1 200");
                }
            }
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    /** All at once, so that they are waited for once. */
    @Test
    void half_a_body_is_answered_408_and_closed_and_nothing_is_done_with_it() throws Exception {
        get("legal", "/api/v1/registers/opsticket");
        String token = IssuedTokens.issue(issuing, "legal").text();
        String thousand = COOKIE + "Content-Length: 1000\r\nAccept: text/html";
        try (Socket form = said(head("POST", "/r/opsticket/subscribe", FORM, thousand) + "List-Unsubscribe=One-Click");
                Socket mail =
                        said(head("POST", "/subscriptions/nobody", FORM, thousand) + "List-Unsubscribe=One-Click");
                Socket machine = said(head(
                                "POST",
                                "/api/v1/registers/opsticket/changes",
                                "application/json",
                                "Authorization: Bearer " + token + "\r\nContent-Length: 1000")
                        + "{\"kind\"");
                Socket dripping = said(head("POST", "/r/opsticket/subscribe", FORM, COOKIE + "Content-Length: 1000"));
                Socket headers = said("GET /r/opsticket HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")) {
            assertThat(closesWhile(dripping, headers))
                    .as("headers that drip are closed")
                    .isTrue();

            for (Socket slow : List.of(form, mail)) {
                assertThat(answer(slow))
                        .startsWith("HTTP/1.1 408")
                        .contains("Connection: close", "Content-Type: text/html", "arrived too slowly");
            }
            assertThat(answer(machine))
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "urn:fairnotice:problem:too-slow");
            assertThat(answer(dripping)).startsWith("HTTP/1.1 408");
        }
    }

    /** Sends bytes to both until the first has an answer and the second is closed. */
    private static boolean closesWhile(Socket dripping, Socket headers) throws IOException, InterruptedException {
        headers.setSoTimeout(100);
        boolean closed = false;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && !(closed && isAnswered(dripping))) {
            if (!isAnswered(dripping)) {
                dripping.getOutputStream().write('x');
            }
            closed = closed || isClosedAfter(headers, 'x');
            Thread.sleep(100);
        }
        return closed;
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        return socket.getInputStream().available() > 0;
    }

    private static boolean isClosedAfter(Socket socket, int next) {
        try {
            socket.getOutputStream().write(next);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Not one byte of the body is sent; a server that waited for it would answer 408. */
    @ParameterizedTest
    @CsvSource({
        "POST, /nope, 1000, 404",
        "PUT, /r/opsticket/subscribe, 1000, 405",
        "POST, /r/opsticket/subscribe, 1000, 403",
        "POST, /r/opsticket/subscribe, 3000000, 413",
        "POST, /changes/new, 1000, 403",
        "POST, /api/v1/registers/opsticket/changes, 1000, 401",
        "POST, /api/nope, 1000, 401",
    })
    void what_is_not_allowed_is_refused_before_its_body_is_read(String method, String address, int length, int status)
            throws Exception {
        try (Socket refused = said(head(method, address, FORM, "Content-Length: " + length))) {
            refused.setSoTimeout((int) PATIENCE.toMillis());
            byte[] line = refused.getInputStream().readNBytes(12);
            assertThat(new String(line, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void whoever_sends_slightly_too_much_sees_the_page_that_says_so() throws Exception {
        int length = 33_700_000;
        byte[] body = new byte[length];
        try (Socket large = said(head("POST", "/r/opsticket/subscribe", FORM, COOKIE + "Content-Length: " + length))) {
            large.getOutputStream().write(body);
            assertThat(answer(large)).startsWith("HTTP/1.1 413").contains("That is too large");
        }
    }

    private static String head(String method, String address, String type, String more) {
        return method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n"
                + (more.contains("Accept") ? "" : "Accept: text/html\r\n") + more + "\r\n\r\n";
    }

    private Socket said(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** Whatever comes until the server closes. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
