package fairnotice.chaos;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One running copy of the product. */
final class Node implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Node start(World world, Map<String, String> environment, String... more)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosNode.class.getName(),
                "--server.port=" + port,
                "--fairnotice.demo=off",
                "--fairnotice.built-in-registers=on",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + world.relay().port(),
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        command.addAll(world.settings());
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/chaos-nodes.log")));
        builder.environment().putAll(environment);
        return new Node(builder.start(), port);
    }

    Node awaitReady() throws InterruptedException {
        World.await("a node is ready", Duration.ofSeconds(120), () -> status("/actuator/health/readiness") == 200);
        return this;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int status(String path) {
        HttpResponse<String> answer = get(path);
        return answer == null ? 0 : answer.statusCode();
    }

    String body(String path) {
        HttpResponse<String> answer = get(path);
        return answer == null ? "" : answer.body();
    }

    /** Null when it did not answer within a while. */
    private HttpResponse<String> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    /** As a machine that sleeps: it neither works nor answers, and knows nothing of it. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
