package fairnotice.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A server that works on two requests at once, and clients who send half a body and wait longer than a test takes. */
class SlowCrowdTest {

    private static final int CROWD = 30;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore begun = new Semaphore(0);
    private final List<Socket> crowd = new ArrayList<>();
    private final Tomcat server = new Tomcat();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        BoundedProtocol protocol = new BoundedProtocol();
        protocol.bound(new Traffic(new RequestSettings(
                2, PATIENCE, CROWD, LONG, LONG, LONG, DataSize.ofBytes(1), DataSize.ofMegabytes(1))));
        protocol.setMaxThreads(2 * CROWD);
        Connector connector = new Connector(protocol);
        connector.setPort(0);
        server.setBaseDir(folder.toString());
        server.setConnector(connector);
        Tomcat.addServlet(server.addContext("", null), "reading", new Reading()).addMapping("/");
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : crowd) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    @Test
    void whoever_waits_for_its_client_holds_no_turn() throws Exception {
        for (int n = 0; n < CROWD; n++) {
            crowd.add(said("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nx"));
        }
        assertThat(begun.tryAcquire(CROWD, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("all are read from")
                .isTrue();

        try (Socket visitor = said("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            assertThat(answer(visitor)).startsWith("HTTP/1.1 200");
        }

        for (Socket slow : crowd) {
            assertThat(slow.getInputStream().available()).as("still waited for").isZero();
        }
        Socket first = crowd.get(0);
        first.getOutputStream().write('x');
        first.setSoTimeout((int) PATIENCE.toMillis());
        assertThat(new String(first.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
    }

    private Socket said(String text) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.getConnector().getLocalPort());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private final class Reading extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_OK);
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            begun.release();
            request.getInputStream().readAllBytes();
            response.setStatus(HttpServletResponse.SC_OK);
        }
    }
}
