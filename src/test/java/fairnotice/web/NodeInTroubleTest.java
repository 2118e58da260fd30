package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.BuildFolder;
import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import fairnotice.TestedRelay;
import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.IssuedTokens;
import fairnotice.access.IssuingToken;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Role;
import fairnotice.access.SignedLinks;
import fairnotice.access.Staff;
import fairnotice.mailserver.Proofs;
import fairnotice.mailserver.ServersInForce;
import fairnotice.process.clock.EngineClock;
import fairnotice.timekeeping.MachineClock;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole house without its relay, and then without its database, which is ended and started again. */
@SpringBootTest(
        classes = {Fairnotice.class, NodeInTroubleTest.MovedMachine.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"fairnotice.demo=off", "fairnotice.built-in-registers=on", "logging.level.root=off"})
@ContextConfiguration(initializers = MainOnly.class)
@DirtiesContext
class NodeInTroubleTest {

    /** Half of what a pool waits for a connection when nobody tells it otherwise; ours waits two seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    /** An idle engine looks for due timers every two seconds. */
    private static final Duration LONGER_THAN_A_TIMER_WAITS = Duration.ofSeconds(3);

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DATABASE_PORT = freePort();
    private static final Path DATABASE_FOLDER = BuildFolder.fresh("trouble-database");

    private static EmbeddedPostgres database;
    private static final Map<String, Role> STAFF =
            Map.of("admin", Role.ADMIN, "legal", Role.LEGAL, "counsel", Role.LEGAL);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = visitor();

    @LocalServerPort
    private int port;

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private IssuingToken issuing;

    @Autowired
    private SignedLinks links;

    /** The relay worked once, and is away now. */
    @Autowired
    private ServersInForce servers;

    @Autowired
    private Proofs proofs;

    @Autowired
    private EngineClock engineClock;

    /** The machine's clock as it is after somebody moved it; the engine has one of its own, moved with it. */
    @Configuration(proxyBeanMethods = false)
    static class MovedMachine {

        private volatile Duration by = Duration.ZERO;

        @Bean
        @Primary
        MachineClock machine() {
            return () -> Clock.systemUTC().instant().plus(by);
        }

        void moveBy(Duration moved, EngineClock engine) {
            by = moved;
            engine.runAhead(moved);
        }
    }

    @Autowired
    private MovedMachine machine;

    /** An answer, and how long it took. */
    private record Answer(int status, String type, String body, Duration after) {}

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry properties) throws IOException {
        startDatabase();
        Path data = BuildFolder.fresh("trouble");
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
        STAFF.forEach((who, role) -> TOKENS.computeIfAbsent(who, hired -> {
            hiring.hire(new Staff(who, who, who + "@staff.example", Set.of(role)), "{noop}demo", Actor.SYSTEM);
            return IssuedTokens.issue(issuing, who).text();
        }));
        TestedRelay.of(servers, proofs);
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

    /** Opsticket gives 30 days of notice: for a clock that runs 40 days ahead they are over. */
    @Test
    void with_a_clock_40_days_ahead_a_node_publishes_nothing_and_takes_nothing_in_until_it_is_put_right()
            throws Exception {
        signIn();
        String announced = announced("Hyperion");

        machine.moveBy(Duration.ofDays(40), engineClock);
        try {
            Answer refused = post("/api/v1/registers/opsticket/changes", "legal", addition("Iapetus"));
            isProblem(refused, "clock");
            assertThat(refused.body()).contains("This node's clock is 40 days ahead of the database's.");
            hasStatus(get("/actuator/health/readiness"), 200);
            Answer health = get("/actuator/health");
            hasStatus(health, 503);
            assertThat(json.readTree(health.body())
                            .at("/components/clock/status")
                            .asText())
                    .isEqualTo("OUT_OF_SERVICE");
            assertThat(postBy(http, "/subscriptions/any", "").body())
                    .contains("Temporarily unavailable", "40 days ahead of the database&#39;s", "Nothing was saved");
            hasStatus(get("/changes/" + announced), 200);
            Thread.sleep(LONGER_THAN_A_TIMER_WAITS.toMillis());
            assertThat(state(announced)).isEqualTo("IN_NOTICE");
        } finally {
            machine.moveBy(Duration.ZERO, engineClock);
        }

        assertThat(state(announced("Iapetus"))).isEqualTo("IN_NOTICE");
        assertThat(state(announced)).isEqualTo("IN_NOTICE");
        assertThat(get("/actuator/health").status()).isEqualTo(200);
    }

    /** Nobody is told by mail, since nobody is a customer yet. @return the reference of a change whose notice runs */
    private String announced(String vendor) throws Exception {
        Answer proposed = post("/api/v1/registers/opsticket/changes", "legal", addition(vendor));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String reference = json.readTree(proposed.body()).path("reference").asText();
        awaitThat(() -> task(reference) != null);
        post(
                "/api/v1/tasks/" + task(reference) + "/complete",
                "counsel",
                "{\"outcome\":\"approve\",\"comment\":\"Fine\"}");
        awaitThat(() -> state(reference).equals("IN_NOTICE"));
        return reference;
    }

    private String state(String reference) throws Exception {
        return json.readTree(get("/api/v1/changes/" + reference, "legal").body())
                .path("state")
                .asText();
    }

    private String task(String reference) throws Exception {
        for (JsonNode task : json.readTree(get("/api/v1/tasks", "counsel").body())) {
            if (task.at("/subject/reference").asText().equals(reference)) {
                return task.path("id").asText();
            }
        }
        return null;
    }

    private static String addition(String vendor) {
        return """
                {"kind": "ADD", "reason": "Faster answers.",
                 "subprocessor": {"name": "%1$s", "legalEntity": "%1$s Inc.", "purpose": "Drafts answers", "location": "Ireland",
                                  "dataCategories": "Ticket texts", "category": "ai"}}""".formatted(vendor);
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
                () -> saysThatItIsUnavailable(postBy(visitor(), "/login", "username=admin&password=demo")),
                () -> isProblem(get("/api/v1/tasks", "legal"), "unavailable"),
                // what was published last is kept in memory
                () -> hasStatus(get("/r/opsticket"), 200));

        startDatabase();

        awaitStatus("/actuator/health/readiness", 200);
        awaitStatus("/inbox", 200);
        assertThat(get("/").status()).isEqualTo(200);
        assertThat(get("/api/v1/tasks", "legal").status()).isEqualTo(200);
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
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
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
        assertThat(postBy(http, "/login", "username=admin&password=demo").status())
                .isEqualTo(302);
    }

    /** With cookies of its own: whoever asks at the same time gets another token in the same cookie. */
    private static HttpClient visitor() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private void awaitStatus(String path, int status) throws Exception {
        awaitThat(() -> get(path).status() == status);
    }

    private static void awaitThat(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call() && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertThat(condition.call()).isTrue();
    }

    private Answer get(String path) throws Exception {
        return send(request(path)
                .header("Accept", "text/html, application/json;q=0.9, */*;q=0.8")
                .GET());
    }

    private Answer get(String path, String who) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + TOKENS.get(who)));
    }

    private Answer post(String path, String who, String body) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + TOKENS.get(who))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** With the token of the page for signing in. */
    private Answer postBy(HttpClient client, String path, String form) throws Exception {
        Matcher csrf = CSRF.matcher(send(client, request("/login").GET()).body());
        assertThat(csrf.find()).isTrue();
        return send(
                client,
                request(path)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                form + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        return send(http, request);
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) throws Exception {
        long asked = System.nanoTime();
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
}
