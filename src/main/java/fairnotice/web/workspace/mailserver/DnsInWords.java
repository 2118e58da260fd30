package fairnotice.web.workspace.mailserver;

import fairnotice.mailserver.MailTest;
import fairnotice.mailserver.SenderRecords;
import fairnotice.mailserver.SenderRecords.Dmarc;
import fairnotice.mailserver.SenderRecords.Spf;
import fairnotice.mailserver.Signature;
import fairnotice.web.Phrases;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What DNS says of a sender, with the record to add, for people who edit it. */
@Component
class DnsInWords {

    private final Phrases phrases;

    DnsInWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** One sentence each for SPF, DKIM and DMARC, as far as they are known. */
    List<String> of(MailTest test) {
        String domain = test.senderDomain();
        SenderRecords records = test.records();
        return Stream.of(
                        Stream.ofNullable(records).map(found -> spf(found, domain)),
                        Stream.ofNullable(test.signature()).map(this::dkim),
                        Stream.ofNullable(records).map(found -> dmarc(found, domain)))
                .flatMap(said -> said)
                .toList();
    }

    private String spf(SenderRecords records, String domain) {
        Spf spf = records.spf();
        return phrases.said(
                "workspace.mail.spf." + spf, domain, shown(records.spfRecord()), mechanism(records.address()));
    }

    /** Where the address is not known, whoever edits DNS fills it in. */
    private String mechanism(String address) {
        return address == null
                ? phrases.said("workspace.mail.dns.address")
                : (address.contains(":") ? "ip6:" : "ip4:") + address;
    }

    private String dkim(Signature signature) {
        return phrases.said("workspace.mail.dkim." + signature.state(), shown(signature.detail()));
    }

    private String dmarc(SenderRecords records, String domain) {
        Dmarc dmarc = records.dmarc();
        return phrases.said("workspace.mail.dmarc." + dmarc, domain, shown(records.dmarcRecord()));
    }

    private static String shown(String text) {
        return text == null ? "" : text;
    }
}
