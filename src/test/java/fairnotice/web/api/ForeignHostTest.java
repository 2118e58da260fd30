package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.publisher.PublicAddress;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever sends a request names its host, where the setting knows it, and no answer leads there: an address is the public one, or begins with a slash. */
class ForeignHostTest extends ApiHouse {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private PublicAddress address;

    @Test
    void no_answer_to_a_visitor_names_the_host_it_was_asked_at() {
        String reference = proposed("legal", "Hosted");
        Map<String, String> leading = new TreeMap<>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replace("{register}", "opsticket")
                        .replace("{reference}", reference)
                        .replaceAll("\\{[^}]+}", "1"))
                .forEach(path -> leading.put(path, asked("GET", path, "", "")));

        assertThat(leading).hasSizeGreaterThan(50);
        assertThat(leading.values()).noneMatch(answer -> answer.contains(FOREIGN));
        assertThat(leading.get("/r/opsticket/feed.atom")).contains(address.to("/r/opsticket"));
        assertThat(leading.get("/v3/api-docs")).contains(address.base());
        assertThat(leading.get("/inbox")).startsWith("HTTP/1.1 302").contains("Location: /login\r\n");
    }

    @Test
    void what_was_created_stands_below_the_host_it_was_created_at() {
        Answer created = post("legal", "/api/v1/registers/opsticket/changes", addition("Hosted Too"));

        assertThat(created.http().headers().firstValue("Location"))
                .contains("/api/v1/changes/" + created.body().path("reference").asText());
    }

    @Test
    void signing_in_leads_to_the_page_that_was_wanted_here() {
        get("legal", "/api/v1/changes");
        String wanted = asked("GET", "/changes?state=open", "", "");
        String form = asked("GET", "/login", "", "");

        String in = asked(
                "POST",
                "/login",
                "Cookie: " + cookie("fairnotice-asked", wanted) + "; " + cookie("XSRF-TOKEN", form) + "\r\n",
                "username=legal&password=demo&_csrf=" + URLEncoder.encode(csrf(form), StandardCharsets.UTF_8));

        assertThat(in)
                .startsWith("HTTP/1.1 302")
                .contains("Location: /changes?state=open")
                .doesNotContain(FOREIGN);
    }

    private static String cookie(String name, String answer) {
        return found(name + "=[^;\r]+", answer).group();
    }

    private static String csrf(String page) {
        return found("name=\"_csrf\"[^>]*value=\"([^\"]+)\"", page).group(1);
    }

    private static Matcher found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found;
    }

    /** Over a socket, since no client lets its user name another host. */
    private String asked(String method, String path, String headers, String body) {
        try (Socket socket = new Socket("localhost", port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + FOREIGN + "\r\nConnection: close\r\n"
                    + headers
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
