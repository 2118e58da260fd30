package fairnotice.web.api;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** HEAD is GET without its content: same status, same headers (RFC 9110, section 9.3.2), at every address there is. */
class HeadRequestTest extends ApiHouse {

    /** Of the connection, or known only once content is written, so that HEAD may leave them out. */
    private static final Set<String> OF_CONTENT = Set.of("date", "connection", "transfer-encoding", "content-length");

    /** Remembers which page was wanted before signing in, and HEAD wants none. */
    private static final String WANTED = "fairnotice-asked";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void a_visitor_is_answered_alike() {
        Set<String> addresses = addresses("");

        assertThat(addresses).hasSizeGreaterThan(50).contains("/r/opsticket/feed.atom", "/v3/api-docs");
        assertThat(answers(null, "HEAD", addresses)).isEqualTo(answers(null, "GET", addresses));
    }

    @Test
    void a_machine_is_answered_alike() {
        Set<String> addresses = addresses("/api/");

        assertThat(answers("legal", "HEAD", addresses)).isEqualTo(answers("legal", "GET", addresses));
    }

    private Set<String> addresses(String below) {
        String reference = proposed("legal", "Headed " + below.length());
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith(below))
                .map(path -> path.replace("{register}", "opsticket")
                        .replace("{reference}", reference)
                        .replaceAll("\\{[^}]+}", "1"))
                .collect(toCollection(TreeSet::new));
    }

    private Map<String, String> answers(String who, String method, Set<String> addresses) {
        Map<String, String> answers = new TreeMap<>();
        for (String address : addresses) {
            Answer answer = send(who, request(address).method(method, BodyPublishers.noBody()));
            answers.put(address, answer.status() + " " + told(answer.http().headers()));
        }
        return answers;
    }

    private static Map<String, Object> told(HttpHeaders headers) {
        Map<String, Object> told = new TreeMap<>(headers.map());
        told.keySet().removeAll(OF_CONTENT);
        told.put(
                "set-cookie",
                headers.allValues("set-cookie").stream()
                        .map(cookie -> cookie.replaceFirst("=.*", ""))
                        .filter(name -> !name.equals(WANTED))
                        .toList());
        return told;
    }
}
