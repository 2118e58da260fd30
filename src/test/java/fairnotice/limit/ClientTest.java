package fairnotice.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {

    private static final Allowance ANY = new Allowance(1, Duration.ofHours(1));
    private static final MailLimits MAILS = new MailLimits(ANY, ANY, ANY);

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:DB8:1:2::ffff, 2001:db8:1:2:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::ffff:192.0.2.1, 192.0.2.1",
        "proxy.example.com, unknown",
        "::::, unknown",
        ", unknown"
    })
    void a_client_is_an_address_or_the_network_of_one_subscriber(String address, String network) {
        assertThat(Client.at(address).network()).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "annlee@example.com",
                "Ann.Lee@Example.com",
                "ann.lee+news@example.com",
                "a.n.n.l.e.e+a+b@example.com",
                " annlee@example.com\u00a0"
            })
    void one_mailbox_in_several_spellings_is_one(String spelling) {
        assertThat(MailLimits.mailbox(spelling)).isEqualTo("annlee@example.com");
    }

    @Test
    void other_mailboxes_are_others() {
        assertThat(MailLimits.mailbox("ann@lee.example.com")).isEqualTo("ann@lee.example.com");
        assertThat(MailLimits.mailbox("ann@b\u00fccher.example")).isEqualTo("ann@xn--bcher-kva.example");
    }

    @Test
    void the_table_of_limits_names_nobody() {
        assertThat(MAILS.now(Client.at("192.0.2.1"), "ann@example.com"))
                .extracting(Limit::key)
                .allSatisfy(key -> assertThat(key).matches("mail/(client|address|all)/[0-9a-f]{32}"));
    }
}
