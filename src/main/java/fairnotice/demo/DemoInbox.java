package fairnotice.demo;

import fairnotice.embedded.Headed;
import fairnotice.embedded.Mailbox;
import fairnotice.embedded.Received;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What invented people received, for everyone to read; empty when a relay on this machine takes the mail instead. */
@InDemo
@Component
class DemoInbox {

    private final ObjectProvider<Mailbox> mailbox;

    DemoInbox(ObjectProvider<Mailbox> mailbox) {
        this.mailbox = mailbox;
    }

    /** @param id the same for the same message, also after a restart */
    record Kept(String id, Headed message) {}

    boolean isThere() {
        return mailbox.getIfAvailable() != null;
    }

    /** Newest first. @param address only to that; null or blank for all */
    List<Kept> to(String address) {
        String only = only(address);
        return mailbox.stream()
                .flatMap(box -> box.headed(only).stream())
                .map(message -> new Kept(id(message), message))
                .toList();
    }

    /** The same with all that they say. */
    List<Received> received(String address) {
        String only = only(address);
        return mailbox.stream().flatMap(box -> box.to(only).stream()).toList();
    }

    private static String only(String address) {
        return address == null || address.isBlank() ? null : address.strip();
    }

    /** Empty when it is gone. */
    Optional<Received> open(Kept kept) {
        return mailbox.stream()
                .flatMap(box -> box.open(kept.message()).stream())
                .findFirst();
    }

    Optional<Kept> find(String id) {
        return to(null).stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    /** @param number from 0 */
    Optional<byte[]> enclosed(Received message, int number) {
        return mailbox.stream()
                .flatMap(box -> box.enclosed(message, number).stream())
                .findFirst();
    }

    /** Messages carry an id of their own (RFC 5322, section 3.6.4), and one to each recipient. */
    private static String id(Headed message) {
        String known = message.headers().getOrDefault("Message-ID", message.subject() + message.date());
        return HexFormat.of().formatHex(DigestUtils.sha256(message.to() + "\n" + known), 0, 8);
    }
}
