package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

class ApiErrorsTest {

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json().build();
    private final ApiErrors errors = new ApiErrors(json);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void what_nobody_foresaw_is_an_incident_with_a_number_and_nothing_of_its_inside() throws Exception {
        errors.resolveException(at("/api/v1/changes"), response, null, new IllegalStateException("select secret"));

        JsonNode problem = json.readTree(response.getContentAsString());
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo("urn:fairnotice:problem:incident");
        assertThat(problem.path("detail").asText()).containsPattern("incident: [0-9a-f-]{36}");
        assertThat(response.getContentAsString()).doesNotContain("secret", "IllegalState");
    }

    @Test
    void a_lost_race_asks_to_try_again() {
        errors.resolveException(at("/api/v1/changes"), response, null, new CannotAcquireLockException("row"));

        assertThat(response.getStatus()).isEqualTo(409);
    }

    @Test
    void pages_and_doors_have_answers_of_their_own() {
        assertThat(errors.resolveException(at("/inbox"), response, null, new IllegalStateException()))
                .isNull();
        assertThat(errors.resolveException(at("/api/v1/changes"), response, null, new AccessDeniedException("")))
                .isNull();
    }

    private static MockHttpServletRequest at(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
