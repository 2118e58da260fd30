package fairnotice.mailserver.dns;

import fairnotice.mailserver.Signature;
import fairnotice.mailserver.Signature.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.xbill.DNS.Resolver;

/** Checks signatures with the keys that stand in DNS. */
final class Signatures {

    private static final int LONGEST = 300;

    private final Resolver resolver;

    Signatures(Resolver resolver) {
        this.resolver = resolver;
    }

    Signature of(byte[] message, String domain) {
        try {
            List<SignatureRecord> valid = new DKIMVerifier(new DNSPublicKeyRecordRetriever(resolver))
                    .verify(new ByteArrayInputStream(message));
            return valid == null || valid.isEmpty() ? new Signature(State.NONE, null) : judged(valid, domain);
        } catch (TempFailException e) {
            return new Signature(State.NO_ANSWER, said(e));
        } catch (FailException | IOException e) {
            return new Signature(State.INVALID, said(e));
        }
    }

    private static Signature judged(List<SignatureRecord> valid, String domain) {
        List<String> signers = valid.stream()
                .map(signature -> signature.getDToken().toString().toLowerCase(Locale.ROOT))
                .toList();
        return signers.stream()
                .filter(signer -> isAligned(signer, domain.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(signer -> new Signature(State.VALID, signer))
                .orElseGet(() -> new Signature(State.OTHER_DOMAIN, String.join(", ", signers)));
    }

    /** One is the other, or above it. */
    private static boolean isAligned(String signer, String domain) {
        return signer.equals(domain) || domain.endsWith("." + signer) || signer.endsWith("." + domain);
    }

    private static String said(Exception e) {
        String words = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
