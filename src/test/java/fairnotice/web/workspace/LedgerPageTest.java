package fairnotice.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.web.PageHouse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whether the ledger is whole, checked against a head that somebody kept. */
class LedgerPageTest extends PageHouse {

    private static final Pattern HEAD = Pattern.compile("(\\d+):([0-9a-f]{64})");

    @Test
    void a_kept_head_is_shown_to_be_copied_and_checked_again_later() throws Exception {
        proposed("Head Keeper");
        String head = head();

        proposed("Head Keeper Two");
        open("auditor", "/ledger?verify=true&head=" + head)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("The ledger is whole"), containsString("value=\"" + head + "\""))));
    }

    @Test
    void a_chain_that_was_longer_or_another_when_the_head_was_kept_shows() throws Exception {
        proposed("Head Loser");
        Matcher head = HEAD.matcher(head());
        assertThat(head.matches()).isTrue();
        long position = Long.parseLong(head.group(1));

        open("auditor", "/ledger?verify=true&head=" + (position + 1_000_000) + ":" + head.group(2))
                .andExpect(content()
                        .string(allOf(
                                containsString("The chain was cut off"), not(containsString("The ledger is whole")))));
        open("auditor", "/ledger?verify=true&head=" + position + ":" + "ab".repeat(32))
                .andExpect(content().string(containsString("The chain was rewritten")));
    }

    @Test
    void what_is_no_head_is_said_beside_its_field_and_nothing_is_claimed() throws Exception {
        open("auditor", "/ledger?verify=true&head=yesterday")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"head-error\">Please give the head as it was shown"),
                                containsString("value=\"yesterday\""),
                                not(containsString("The ledger is whole")))));
    }

    private String head() throws Exception {
        Matcher[] found = new Matcher[1];
        await(() -> {
            found[0] = HEAD.matcher(page());
            return found[0].find() && !found[0].group(1).equals("0");
        });
        return found[0].group();
    }

    private String page() {
        try {
            return open("auditor", "/ledger?verify=true")
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
