package fairnotice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing of the demonstration's doors is there where it is switched off. */
class WithoutDemoTest extends ApiHouse {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

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

    @Test
    void its_pages_are_not_there_for_anybody() {
        List<String> addresses = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(each -> each.getPatternValues().stream())
                .toList();

        assertThat(addresses)
                .contains("/inbox", "/api/v1/tasks")
                .noneMatch(each -> each.matches("(/api/v1/demo|/demo|/mailbox)(/.*)?"));
    }
}
