package fairnotice.mail.smtp;

import fairnotice.access.Link;
import fairnotice.access.SignedLinks;
import fairnotice.mail.Outgoing;
import fairnotice.publisher.PublicAddress;
import fairnotice.refusal.Language;
import jakarta.mail.internet.AddressException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a message's bytes from its mailing's skeleton; remembers the skeletons of the mailings met last. */
final class Composer {

    private static final int REMEMBERED = 64;
    /** Bytes of enclosures kept with them. */
    private static final long REMEMBERED_ENCLOSED = 16L * 1024 * 1024;

    /** A message ready to be handed over, between these two addresses. */
    record Composed(String from, String to, byte[] bytes) {}

    private record Written(long mailing, Language language) {}

    private final Outbox outbox;
    private final SignedLinks links;
    private final PublicAddress address;
    private final String bounceAddress;
    private final Map<Written, MimeTemplate> skeletons = new LinkedHashMap<>();

    Composer(Outbox outbox, SignedLinks links, PublicAddress address, String bounceAddress) {
        this.outbox = outbox;
        this.links = links;
        this.address = address;
        this.bounceAddress = bounceAddress;
    }

    /** @throws AddressException when the recipient's address is none */
    Composed compose(Queued message, Instant date) throws AddressException {
        MimeTemplate skeleton =
                skeleton(new Written(message.mailing(), message.outgoing().language()));
        Link link = message.outgoing().link();
        String token = link == null ? "" : links.sign(link);
        String oneClick = skeleton.mayLeaveList(message) ? address.to("/subscriptions/" + token) : null;
        byte[] bytes = skeleton.merge(message, fields(message.outgoing(), token), oneClick, date);
        String to = Headers.mailbox(message.outgoing().address()).getAddress();
        return new Composed(envelopeSender(skeleton, message), to, bytes);
    }

    private Fields fields(Outgoing outgoing, String token) {
        Map<String, String> given = new HashMap<>();
        given.put("token", token);
        given.put("base", address.base());
        given.put("name", outgoing.name());
        given.put("address", outgoing.address());
        return new Fields(outgoing.fields(), given);
    }

    private String envelopeSender(MimeTemplate skeleton, Queued message) throws AddressException {
        String sender = bounceAddress == null || bounceAddress.isBlank()
                ? skeleton.masthead().sender()
                : bounceAddress.replace("{message}", skeleton.id(message).local());
        return Headers.mailbox(sender).getAddress();
    }

    private synchronized MimeTemplate skeleton(Written written) {
        MimeTemplate known = skeletons.get(written);
        if (known == null) {
            known = new MimeTemplate(outbox.masthead(written.mailing(), written.language()));
            skeletons.put(written, known);
            forgetOldest();
        }
        return known;
    }

    private void forgetOldest() {
        while (skeletons.size() > REMEMBERED || (skeletons.size() > 1 && enclosed() > REMEMBERED_ENCLOSED)) {
            skeletons.remove(skeletons.keySet().iterator().next());
        }
    }

    private long enclosed() {
        return skeletons.values().stream().mapToLong(MimeTemplate::enclosedSize).sum();
    }
}
