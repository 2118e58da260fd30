package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a proxy says of its client counts where the proxy is trusted, and nowhere else. */
class ForwardedTest extends ApiHouse {

    private static final String HTTPS = "X-Forwarded-Proto: https\r\nX-Forwarded-For: 192.0.2.1\r\n";

    @Test
    void behind_a_trusted_proxy_every_cookie_is_of_this_host_alone_and_https_is_kept_to() {
        String login = asked("GET /login", PROXY, HTTPS);
        String refused = asked("GET /inbox", PROXY, HTTPS);

        assertThat(login)
                .contains("Set-Cookie: __Host-XSRF-TOKEN=", "Strict-Transport-Security: max-age=31536000\r\n")
                .doesNotContain("Set-Cookie: XSRF-TOKEN");
        assertThat(refused)
                .contains("Location: /login\r\n")
                .containsPattern(
                        "Set-Cookie: __Host-fairnotice-asked=[^\r]+; Path=/;[^\r]*; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void what_anybody_else_forwards_counts_for_nothing() {
        for (String headers :
                new String[] {HTTPS, "Forwarded: for=192.0.2.1;proto=https\r\n", "X-Forwarded-Ssl: on\r\n"}) {
            assertThat(asked("GET /inbox", "127.0.0.1", headers))
                    .as(headers)
                    .contains("Location: /login\r\n", "Set-Cookie: fairnotice-asked=")
                    .doesNotContain("Strict-Transport-Security", "Secure;", "__Host-");
        }
    }

    @Test
    void a_host_that_a_trusted_proxy_forwards_must_be_known_too() {
        assertThat(asked("GET /", PROXY, HTTPS + "X-Forwarded-Host: rebound.example\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    private String asked(String request, String from, String headers) {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (Socket socket = new Socket(here, port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
