package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.BuildFolder;
import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import fairnotice.RealDatabase;
import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.IssuedTokens;
import fairnotice.access.IssuingToken;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.mail.SmtpSink;
import fairnotice.mailserver.MailReadiness;
import fairnotice.subscription.Subscriber;
import fairnotice.subscription.Subscribers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole house, asked from outside as a machine asks it: over HTTP, with a member of staff's token. */
@SpringBootTest(
        classes = {Fairnotice.class, ApiHouse.NobodySubscribed.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "fairnotice.demo=off",
            "fairnotice.built-in-registers=on",
            "fairnotice.trusted-proxies=" + ApiHouse.TRUSTED,
            "fairnotice.metrics.token=" + ApiHouse.FIGURES_TOKEN,
            "fairnotice.hosts=" + ApiHouse.FOREIGN,
            "fairnotice.requests.bodies=40",
            "fairnotice.requests.silence=1s",
            "fairnotice.requests.headers=2s",
            "fairnotice.requests.grace=2s"
        })
@ContextConfiguration(initializers = MainOnly.class)
abstract class ApiHouse {

    /** Another address of this machine, as which a proxy could ask. */
    static final String PROXY = "127.0.0.7";

    static final String FIGURES_TOKEN = "a-token-of-a-monitor";

    static final String TRUSTED = "127\\\\.0\\\\.0\\\\.7";

    /** A name of the house beside that of this machine. */
    static final String FOREIGN = "elsewhere.example";

    private static final Map<String, Set<Role>> STAFF = Map.of(
            "legal", Set.of(Role.LEGAL),
            "counsel", Set.of(Role.LEGAL),
            "gc", Set.of(Role.LEGAL),
            "finance", Set.of(Role.FINANCE),
            "admin", Set.of(Role.ADMIN),
            "auditor", Set.of(Role.AUDITOR));

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final String DATABASE = RealDatabase.freshUrl();

    /** Takes everything, and so the test mails that a relay of the settings is sent by itself. */
    private static final SmtpSink RELAY = new SmtpSink(0, false);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    CreatingStaffAccount hiring;

    @Autowired
    IssuingToken issuing;

    @Autowired
    MailReadiness mail;

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry properties) {
        Path data = BuildFolder.fresh("api");
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", RELAY::port);
        properties.add("fairnotice.data", data::toString);
    }

    @BeforeEach
    void mailWorks() throws InterruptedException {
        long until = System.nanoTime() + 30_000_000_000L;
        while (mail.missing().isPresent()) {
            assertThat(System.nanoTime()).as("a test mail was taken by itself").isLessThan(until);
            Thread.sleep(50);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NobodySubscribed {

        @Bean
        @Fallback
        Subscribers nobody() {
            return new Subscribers() {
                @Override
                public List<Subscriber> page(String register, long after, int limit) {
                    return List.of();
                }

                @Override
                public long count(String register) {
                    return 0;
                }
            };
        }
    }

    /** An answer, its body read when there is one. */
    record Answer(int status, String type, HttpResponse<String> http, JsonNode body) {

        String problem() {
            return body.path("type").asText().replace("urn:fairnotice:problem:", "");
        }

        String detail() {
            return body.path("detail").asText();
        }

        List<String> fields() {
            return body.path("errors").findValuesAsText("field");
        }
    }

    Answer get(String who, String path) {
        return send(who, request(path).GET());
    }

    Answer post(String who, String path, String body) {
        return send(
                who, request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    Answer put(String who, String path, String body) {
        return send(
                who, request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** @param who user name; null for a stranger */
    Answer send(String who, HttpRequest.Builder request) {
        if (who != null) {
            request.header("Authorization", "Bearer " + TOKENS.computeIfAbsent(who, this::token));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") ? json.readTree(answer.body()) : null;
            return new Answer(answer.statusCode(), type, answer, body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String who) {
        hiring.hire(new Staff(who, who, who + "@staff.example", STAFF.get(who)), "{noop}demo", Actor.SYSTEM);
        return IssuedTokens.issue(issuing, who).text();
    }

    /** A change that can be proposed, of a vendor that nobody else touches. */
    static String addition(String vendor) {
        return """
                {"kind": "ADD", "reason": "Faster answers.",
                 "subprocessor": {"name": "%s", "legalEntity": "%s Inc.", "purpose": "Drafts answers", "location": "Ireland",
                                  "dataCategories": "Ticket texts", "category": "ai"}}""".formatted(vendor, vendor);
    }

    /** @return its reference */
    String proposed(String who, String vendor) {
        return post(who, "/api/v1/registers/opsticket/changes", addition(vendor))
                .body()
                .path("reference")
                .asText();
    }

    JsonNode task(String who, String reference) {
        for (JsonNode task : get(who, "/api/v1/tasks").body()) {
            if (task.at("/subject/reference").asText().equals(reference)) {
                return task;
            }
        }
        throw new AssertionError(who + " has no task about " + reference);
    }
}
