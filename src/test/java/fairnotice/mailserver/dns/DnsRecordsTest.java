package fairnotice.mailserver.dns;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.mailserver.SenderRecords;
import fairnotice.mailserver.SenderRecords.Dmarc;
import fairnotice.mailserver.SenderRecords.Spf;
import fairnotice.mailserver.Signature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What DNS says of a sender, asked of a DNS server on loopback. */
class DnsRecordsTest {

    private static final String RELAY = "smtp.provider.example";
    private static final String MESSAGE =
            "From: Notices <notices@mail.signed.example>\r\nTo: legal@signed.example\r\nSubject: Test\r\n\r\nHello\r\n";

    private final StubDns dns = new StubDns();
    private final DnsRecords records = new DnsRecords(dns.resolver());

    @AfterEach
    void close() {
        dns.close();
    }

    @Test
    void a_record_names_the_relay_itself_by_an_include_or_not_at_all() throws IOException {
        dns.address(RELAY, "192.0.2.7")
                .text("itself.example", "v=spf1 ip4:192.0.2.0/29 -all")
                .text("include.example", "other text", "v=spf1 include:_spf.provider.example -all")
                .text("_spf.provider.example", "v=spf1 a:smtp.provider.example -all")
                .text("other.example", "v=spf1 ip4:198.51.100.1 -all");

        assertThat(records.of("itself.example", RELAY).spf()).isEqualTo(Spf.PASS);
        assertThat(records.of("include.example", RELAY).spf()).isEqualTo(Spf.PASS);
        SenderRecords other = records.of("other.example", RELAY);
        assertThat(other.spf()).isEqualTo(Spf.OTHER);
        assertThat(other.address()).isEqualTo("192.0.2.7");
        assertThat(other.spfRecord()).isEqualTo("v=spf1 ip4:198.51.100.1 -all");
        assertThat(records.of("none.example", RELAY).spf()).isEqualTo(Spf.NONE);
        assertThat(records.of("itself.example", "localhost").spf()).isEqualTo(Spf.UNJUDGED);
    }

    @Test
    void two_records_or_more_than_ten_lookups_are_as_good_as_a_broken_one() throws IOException {
        dns.address(RELAY, "192.0.2.7")
                .text("two.example", "v=spf1 +all", "v=spf1 -all")
                .text("loop.example", "v=spf1 include:loop.example -all");

        assertThat(records.of("two.example", RELAY).spf()).isEqualTo(Spf.BROKEN);
        assertThat(records.of("loop.example", RELAY).spf()).isEqualTo(Spf.BROKEN);
    }

    @Test
    void a_policy_is_the_domains_own_or_that_of_the_domain_above() throws IOException {
        dns.text("_dmarc.strict.example", "v=DMARC1; p=reject; sp=none")
                .text("_dmarc.open.example", "v=DMARC1;p=none")
                .text("_dmarc.broken.example", "v=DMARC1; p=perhaps");

        assertThat(records.of("strict.example", RELAY).dmarc()).isEqualTo(Dmarc.ENFORCED);
        assertThat(records.of("mail.strict.example", RELAY).dmarc()).isEqualTo(Dmarc.MONITORED);
        assertThat(records.of("open.example", RELAY).dmarc()).isEqualTo(Dmarc.MONITORED);
        assertThat(records.of("broken.example", RELAY).dmarc()).isEqualTo(Dmarc.BROKEN);
        assertThat(records.of("nothing.example", RELAY).dmarc()).isEqualTo(Dmarc.NONE);
    }

    @Test
    void no_answer_is_said_to_be_none() {
        dns.fails("away.example").fails("_dmarc.away.example");

        SenderRecords away = records.of("away.example", RELAY);

        assertThat(away.spf()).isEqualTo(Spf.NO_ANSWER);
        assertThat(away.dmarc()).isEqualTo(Dmarc.NO_ANSWER);
    }

    @Test
    void a_signature_counts_where_its_key_is_in_dns_and_its_domain_is_the_senders() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String key = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        dns.text("s1._domainkey.signed.example", key).text("s1._domainkey.provider.example", key);
        byte[] own = signed("signed.example", keys);

        assertThat(signature(own)).isEqualTo(new Signature(Signature.State.VALID, "signed.example"));
        assertThat(signature(signed("provider.example", keys)).state()).isEqualTo(Signature.State.OTHER_DOMAIN);
        assertThat(signature(new String(own, StandardCharsets.US_ASCII)
                                .replace("Hello", "Hallo")
                                .getBytes(StandardCharsets.US_ASCII))
                        .state())
                .isEqualTo(Signature.State.INVALID);
        assertThat(signature(MESSAGE.getBytes(StandardCharsets.US_ASCII)).state())
                .isEqualTo(Signature.State.NONE);
    }

    private Signature signature(byte[] message) {
        return records.signature(message, "mail.signed.example");
    }

    private static byte[] signed(String domain, KeyPair keys) throws Exception {
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=s1; h=from:to:subject; bh=; b=;";
        byte[] plain = MESSAGE.getBytes(StandardCharsets.US_ASCII);
        String header = new DKIMSigner(template, keys.getPrivate()).sign(new ByteArrayInputStream(plain));
        return (header + "\r\n" + MESSAGE).getBytes(StandardCharsets.US_ASCII);
    }
}
