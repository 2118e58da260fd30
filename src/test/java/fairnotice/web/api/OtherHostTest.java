package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name elsewhere that was made to lead to this machine (DNS rebinding) opens nothing here. */
class OtherHostTest extends ApiHouse {

    private static final String SENTENCE =
            "This server answers under its own addresses only. Whoever runs it can add a name with the setting fairnotice.hosts.";

    @Test
    void a_request_for_another_host_is_answered_421_before_anything_else() {
        for (String host : List.of(
                "rebound.example",
                "rebound.example:8080",
                "localhost.rebound.example",
                "127.0.0.1.rebound.example",
                "192.0.2.7")) {
            for (String request : List.of(
                    "GET /",
                    "GET /login",
                    "GET /r/opsticket",
                    "GET /assets/app.css",
                    "GET /no-such-page",
                    "POST /login",
                    "POST /logout",
                    "GET /actuator",
                    "GET /v3/api-docs",
                    "GET /actuator/healthy")) {
                assertThat(asked(request, host, ""))
                        .as(request + " at " + host)
                        .startsWith("HTTP/1.1 421")
                        .endsWith(SENTENCE + "\n")
                        .doesNotContain("Set-Cookie");
            }
            assertThat(asked("GET /api/v1/changes", host, "Authorization: Basic bGVnYWw6ZGVtbw==\r\n"))
                    .startsWith("HTTP/1.1 421")
                    .contains("application/problem+json", "urn:fairnotice:problem:other-host", SENTENCE);
            assertThat(asked("GET /r/opsticket", "localhost", "X-Forwarded-Host: " + host + "\r\n"))
                    .as("nobody here is trusted to forward")
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void this_machines_own_names_and_probes_by_address_are_answered() {
        for (String host :
                List.of("localhost", "LOCALHOST.", "localhost:" + port, "127.0.0.1", "127.1.2.3", "[::1]:80")) {
            assertThat(asked("GET /r/opsticket", host, "")).as(host).startsWith("HTTP/1.1 200");
        }
        assertThat(asked("GET /actuator/health", "10.0.0.7:8080", "")).startsWith("HTTP/1.1 200");
        assertThat(asked("GET /actuator/health/readiness", "10.0.0.7:8080", "")).startsWith("HTTP/1.1 200");
    }

    private String asked(String request, String host, String headers) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
