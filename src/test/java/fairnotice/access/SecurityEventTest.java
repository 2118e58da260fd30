package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityEventTest {

    private static final String LINK = "TgABAAAAAAAAABsAAAAAAAAAFQAAAABM-VClcJuHNEAcbAHtehb_";

    @Test
    void an_event_is_one_line() {
        assertThat(SecurityEvent.refused("sign-in")
                        .fact("client", "2001:db8:0:0:0:0:0:0/64")
                        .fact("actor", "admin")
                        .fact("page", null))
                .hasToString("event=sign-in outcome=REFUSED actor=admin client=2001:db8:0:0:0:0:0:0/64");
    }

    @Test
    void nothing_typed_reads_as_another_line_or_field() {
        String line = SecurityEvent.refused("sign-in")
                .fact("actor", "x outcome=DONE\r\nevent=sign-in\u2028actor=\"admin\"\u202e" + "y".repeat(5_000))
                .toString();

        assertThat(line)
                .startsWith("event=sign-in outcome=REFUSED actor=x_outcome_DONE__event_sign-in_actor__admin__yyy")
                .endsWith("…")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No mapping for GET /n/" + LINK + "/",
                "No endpoint GET /n/" + LINK + "/x.",
                "No static resource n/" + LINK + ".",
                "//n//" + LINK,
                "/N/" + LINK,
                "/n;a=b/" + LINK,
                "/n%2f" + LINK,
                "/subscriptions/" + LINK + "?do=leave",
                "/filings/" + LINK + "%2F",
                "/n/%54gABAAAAAAAAABsAAAAAAAAAFQAAAABM-VClcJuHNEAcbAHtehb_/",
                "\\/n\\/%54gABAAAAAAAAABsAAAAAAAAAFQAAAABM-VClcJuHNEAcbAHtehb_\\/",
                "Referer: https://example.com/n/" + LINK + "/objection",
                "Invalid character found in the request target [/n/" + LINK + "| ]",
                "{\"path\":\"\\/n\\/" + LINK + "\"}",
                "the link " + LINK,
                "the link bgAB3kZq0pXw7LtR2sYv9uJm4nHcTgEaVClcJuHNEAcbAHtehb_-",
                "Authorization: Bearer fn_VClcJuHNEAcbAHtehb_VClcJuHNEAcbAHtehb_TgABAAAA"
            })
    void no_link_and_no_token_stands_in_what_is_kept(String logged) {
        assertThat(Secrets.redacted(logged)).contains("…").doesNotContain("VClcJuHNEAcbAHtehb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r/opsticket/changes/OPSTICKET-2026-0007/object",
                "/n/",
                "/subscriptions",
                "o.s.web.servlet.PageNotFound",
                "reads and/or writes in/out",
                "org.camunda.bpm.engine.impl.persistence.entity.JobEntity"
            })
    void what_is_no_secret_stays(String logged) {
        assertThat(Secrets.redacted(logged)).isEqualTo(logged);
    }
}
