package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A monitor reads figures with the token of the settings, and nobody does without. */
class FiguresOverHttpTest extends ApiHouse {

    @Test
    void figures_are_told_to_who_shows_the_token_and_to_nobody_else() throws Exception {
        HttpResponse<String> told = figures("Bearer " + FIGURES_TOKEN);

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body())
                .containsPattern("fairnotice_notices_running \\d")
                .containsPattern("fairnotice_ledger_unsealed \\d")
                .containsPattern("fairnotice_tasks_open \\d")
                .contains("hikaricp_connections_active", "hikaricp_connections_pending")
                .doesNotContain("http_server_requests");
        for (String shown : new String[] {"Bearer wrong", "Bearer ", "Basic YWRtaW46YWRtaW4=", FIGURES_TOKEN}) {
            HttpResponse<String> refused = figures(shown);
            assertThat(refused.statusCode()).as(shown).isEqualTo(401);
            assertThat(refused.body()).isEmpty();
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"Fairnotice figures\"");
        }
    }

    private HttpResponse<String> figures(String authorization) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                                .header("Authorization", authorization)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
