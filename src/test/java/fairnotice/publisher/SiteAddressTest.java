package fairnotice.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://notices.example.com",
                "https://notices.example.com/",
                "https://notices.example.com:8443",
                "https://192.0.2.7"
            })
    void customers_are_led_to_a_host_with_https(String url) {
        assertThat(SiteAddress.isSecure(url)).isTrue();
        assertThat(SiteAddress.mayBeSet(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:18080", "http://[::1]:8080/"})
    void this_machine_alone_is_tried_out_without(String url) {
        assertThat(SiteAddress.isSecure(url)).isFalse();
        assertThat(SiteAddress.mayBeSet(url)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "notices.example.com, refused.publisher.address",
        "https://, refused.publisher.address",
        "https:notices.example.com, refused.publisher.address",
        "https://not a host, refused.publisher.address",
        "javascript:alert(1), refused.publisher.address",
        "http://notices.example.com, refused.publisher.address-https",
        "ftp://notices.example.com, refused.publisher.address-https",
        "http://localhost.example.com, refused.publisher.address-https",
        "https://example.com/notices, refused.publisher.address-path",
        "https://example.com/?a=b, refused.publisher.address-path",
        "https://example.com#top, refused.publisher.address-path",
        "https://ann@example.com, refused.publisher.address-path",
        "http://localhost:8080/app, refused.publisher.address-path",
    })
    void what_leads_elsewhere_is_refused_and_says_why(String url, String why) {
        assertThat(SiteAddress.isSecure(url)).isFalse();
        assertThat(SiteAddress.mayBeSet(url)).isFalse();
        assertThat(SiteAddress.whyNot(url)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/imprint?lang=en, true",
        "http://example.com/impressum, true",
        "javascript:alert(1), false",
        "data:text/html;base64;PHNjcmlwdD4=, false",
        "//example.com/imprint, false",
        "https://ann:secret@example.com/, false",
        "example.com/imprint, false",
    })
    void a_page_of_the_web_has_a_host_and_nothing_else_opens_from_a_link(String url, boolean page) {
        assertThat(SiteAddress.isPage(url)).isEqualTo(page);
    }
}
