package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the demonstration's doors is there where it is switched off. */
class WithoutDemoTest extends ApiHouse {

    @Test
    void the_start_page_shows_the_registers_and_nobody_to_sign_in_as() {
        String start = get(null, "/").http().body();

        assertThat(start).contains("/r/opsticket", "/r/securicom");
        assertThat(start).doesNotContain("Lena Hartmann", "/login", "/mailbox", "demonstration");
    }

    @Test
    void the_sign_in_page_asks_for_a_password_and_names_nobody() {
        String page = get(null, "/login").http().body();

        assertThat(page).contains("name=\"password\"").doesNotContain("demonstration", "value=\"demo\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mailbox", "/mailbox/0000000000000000", "/demo"})
    void its_pages_are_not_there(String path) {
        Answer answer = get(null, path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.http().headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }
}
