package fairnotice.mailserver.dns;

import fairnotice.mailserver.DomainRecords;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.SenderRecords;
import fairnotice.mailserver.SenderRecords.Dmarc;
import fairnotice.mailserver.SenderRecords.Spf;
import fairnotice.mailserver.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.apache.james.jspf.impl.SPF;
import org.xbill.DNS.Resolver;

/** What DNS says of a sender, by one resolver. */
final class DnsRecords implements DomainRecords {

    private static final String DMARC = "_dmarc.";

    private final Resolver resolver;
    private final TextRecords texts;
    private final Signatures signatures;

    DnsRecords(Resolver resolver) {
        this.resolver = resolver;
        this.texts = new TextRecords(resolver);
        this.signatures = new Signatures(resolver);
    }

    @Override
    public SenderRecords of(String domain, String relay) {
        String address = address(relay).orElse(null);
        List<String> spf;
        Spf judged;
        try {
            spf = texts.of(domain, "v=spf1");
            judged = spf(domain, relay, address, spf);
        } catch (NoAnswer e) {
            spf = List.of();
            judged = Spf.NO_ANSWER;
        }
        Policy policy = policy(domain);
        return new SenderRecords(
                judged, spf.isEmpty() ? null : String.join(" | ", spf), address, policy.dmarc(), policy.record());
    }

    @Override
    public Signature signature(byte[] message, String domain) {
        return signatures.of(message, domain);
    }

    /** Empty where mail leaves through this machine, whose address outside is not known here, or the relay has none. */
    private Optional<String> address(String relay) {
        if (MailServer.isLoopback(relay)) {
            return Optional.empty();
        }
        try {
            return Optional.of(relay)
                    .filter(host -> host.matches("[0-9.]+|.*:.*"))
                    .or(() -> texts.address(relay));
        } catch (NoAnswer e) {
            return Optional.empty();
        }
    }

    private Spf spf(String domain, String relay, String address, List<String> records) {
        if (records.isEmpty()) {
            return Spf.NONE;
        } else if (records.size() > 1) {
            // RFC 7208, 4.5: two are as good as a broken one
            return Spf.BROKEN;
        } else if (address == null) {
            return Spf.UNJUDGED;
        }
        SPF checker = new SPF(new DNSServiceXBillImpl(resolver));
        return switch (checker.checkSPF(address, "postmaster@" + domain, relay).getResult()) {
            case "pass" -> Spf.PASS;
            case "permerror" -> Spf.BROKEN;
            case "temperror" -> Spf.NO_ANSWER;
            case "none" -> Spf.NONE;
            default -> Spf.OTHER;
        };
    }

    private record Policy(Dmarc dmarc, String record) {}

    /** Of the domain, else of one above it, as the successor of RFC 7489 walks up: no list of public suffixes is needed. */
    private Policy policy(String domain) {
        try {
            for (String at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
                List<String> records = texts.of(DMARC + at, "v=dmarc1");
                if (records.size() > 1) {
                    return new Policy(Dmarc.BROKEN, String.join(" | ", records));
                } else if (!records.isEmpty()) {
                    return new Policy(dmarc(records.get(0), at.equals(domain) ? "p" : "sp"), records.get(0));
                }
            }
            return new Policy(Dmarc.NONE, null);
        } catch (NoAnswer e) {
            return new Policy(Dmarc.NO_ANSWER, null);
        }
    }

    private static Dmarc dmarc(String record, String tag) {
        String policy = tag(record, tag).or(() -> tag(record, "p")).orElse("");
        return switch (policy) {
            case "reject", "quarantine" -> Dmarc.ENFORCED;
            case "none" -> Dmarc.MONITORED;
            default -> Dmarc.BROKEN;
        };
    }

    private static Optional<String> tag(String record, String name) {
        for (String each : record.toLowerCase(Locale.ROOT).split(";")) {
            String[] pair = each.strip().split("\\s*=\\s*", 2);
            if (pair.length == 2 && pair[0].equals(name)) {
                return Optional.of(pair[1].strip());
            }
        }
        return Optional.empty();
    }
}
