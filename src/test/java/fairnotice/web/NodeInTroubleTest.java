package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import fairnotice.access.Actor;
import fairnotice.access.HiringStaff;
import fairnotice.access.IssuingToken;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Role;
import fairnotice.access.SignedLinks;
import fairnotice.access.Staff;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole house without its relay, and then without its database, which is ended and started again. */
@SpringBootTest(
        classes = Fairnotice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"fairnotice.demo=off", "logging.level.root=off"})
@ContextConfiguration(initializers = MainOnly.class)
@DirtiesContext
class NodeInTroubleTest {

    /** "Within two to three seconds", and what a busy machine adds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DATABASE_PORT = freePort();
    private static final Path DATABASE_FOLDER = folder();

    private static EmbeddedPostgres database;
    private static String token;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @Autowired
    private HiringStaff hiring;

    @Autowired
    private IssuingToken issuing;

    @Autowired
    private SignedLinks links;

    /** An answer, and how long it took. */
    private record Answer(int status, String type, String body, Duration after) {}

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry properties) throws IOException {
        startDatabase();
        Path data = Files.createTempDirectory("fairnotice-trouble");
        int nobodyListens = freePort();
        properties.add("spring.datasource.url", () -> database.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> nobodyListens);
        properties.add("fairnotice.data", data::toString);
    }

    static {
        SpringApplication.getShutdownHandlers().add(NodeInTroubleTest::endDatabase);
    }

    /** After the house that uses it. */
    private static void endDatabase() {
        try {
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void startDatabase() throws IOException {
        database = EmbeddedPostgres.builder()
                .setPort(DATABASE_PORT)
                .setDataDirectory(DATABASE_FOLDER)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
    }

    @BeforeEach
    void staff() {
        if (token == null) {
            hiring.hire(new Staff("admin", "Ada", "ada@staff.example", Set.of(Role.ADMIN)), "{noop}demo", Actor.SYSTEM);
            token = issuing.issue("admin", Actor.SYSTEM).text();
        }
    }

    @Test
    void a_relay_that_is_away_makes_no_node_unready_and_only_an_administrator_reads_why() throws Exception {
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);

        Answer forAll = get("/actuator/health");
        assertThat(forAll.status()).isEqualTo(200);
        assertThat(json.readTree(forAll.body()).path("status").asText()).isEqualTo("DEGRADED");
        assertThat(mail(forAll).path("status").asText()).isEqualTo("DEGRADED");
        assertThat(mail(forAll).has("details")).isFalse();

        signIn();
        assertThat(mail(get("/actuator/health")).at("/details/reason").asText()).contains("Connection refused");
    }

    @Test
    void without_its_database_a_node_says_so_at_once_and_goes_on_when_it_is_back() throws Exception {
        signIn();
        String link = links.sign(new Link(LinkPurpose.NOTICE, 1, 1, 0));
        assertThat(get("/inbox").status()).isEqualTo(200);

        database.close();

        atOnce(
                () -> hasStatus(get("/actuator/health/readiness"), 503),
                () -> hasStatus(get("/actuator/health"), 503),
                () -> hasStatus(get("/actuator/health/liveness"), 200),
                () -> hasStatus(get("/assets/app.css"), 200),
                () -> hasStatus(get("/login"), 200),
                () -> saysThatItIsUnavailable(get("/r/opsticket/versions")),
                () -> saysThatItIsUnavailable(get("/subscriptions/any")),
                () -> saysThatItIsUnavailable(get("/n/" + link)),
                () -> saysThatItIsUnavailable(get("/inbox")),
                () -> saysThatItIsUnavailable(post("/login", "username=admin&password=demo")),
                () -> isProblem(get("/api/v1/tasks", token), "unavailable"),
                // what was published last is kept in memory
                () -> hasStatus(get("/r/opsticket"), 200));

        startDatabase();

        awaitStatus("/actuator/health/readiness", 200);
        awaitStatus("/inbox", 200);
        assertThat(get("/").status()).isEqualTo(200);
        assertThat(get("/api/v1/tasks", token).status()).isEqualTo(200);
        assertThat(get("/actuator/health").status()).isEqualTo(200);
    }

    private interface Check {
        void run() throws Exception;
    }

    /** All at the same time, as visitors come. */
    private static void atOnce(Check... checks) throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(checks.length);
        List<Callable<Object>> visits = Arrays.stream(checks)
                .<Callable<Object>>map(check -> () -> {
                    check.run();
                    return null;
                })
                .toList();
        for (Future<Object> visit : visitors.invokeAll(visits)) {
            visit.get();
        }
        visitors.shutdown();
    }

    private static void hasStatus(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.after()).isLessThan(AT_ONCE);
    }

    private static void saysThatItIsUnavailable(Answer answer) {
        hasStatus(answer, 503);
        assertThat(answer.body()).contains("Temporarily unavailable", "Please try again in a minute");
    }

    private void isProblem(Answer answer, String type) throws IOException {
        hasStatus(answer, 503);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(json.readTree(answer.body()).path("type").asText()).isEqualTo("urn:fairnotice:problem:" + type);
    }

    private JsonNode mail(Answer health) throws IOException {
        return json.readTree(health.body()).at("/components/mail");
    }

    private void signIn() throws Exception {
        assertThat(post("/login", "username=admin&password=demo").status()).isEqualTo(302);
    }

    private void awaitStatus(String path, int status) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (get(path).status() != status && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertThat(get(path).status()).as(path).isEqualTo(status);
    }

    private Answer get(String path) throws Exception {
        return send(request(path)
                .header("Accept", "text/html, application/json;q=0.9, */*;q=0.8")
                .GET());
    }

    private Answer get(String path, String bearer) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + bearer));
    }

    /** With the token of the page for signing in. */
    private Answer post(String path, String form) throws Exception {
        Matcher csrf = CSRF.matcher(get("/login").body());
        assertThat(csrf.find()).isTrue();
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        long asked = System.nanoTime();
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body(),
                Duration.ofNanos(System.nanoTime() - asked));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fairnotice-trouble-database");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
