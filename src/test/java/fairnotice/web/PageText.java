package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.test.web.servlet.ResultMatcher;

/** What a page says, as it is sent; one that says something has words for every key. */
public final class PageText {

    private PageText() {}

    public static ResultMatcher says(String... parts) {
        return page -> assertThat(page.getResponse().getContentAsString())
                .contains(parts)
                .doesNotContain("??");
    }

    public static ResultMatcher saysInOrder(String... parts) {
        return page -> assertThat(page.getResponse().getContentAsString())
                .containsSubsequence(parts)
                .doesNotContain("??");
    }

    public static ResultMatcher saysNot(String... parts) {
        return page -> assertThat(page.getResponse().getContentAsString()).doesNotContain(parts);
    }
}
