package fairnotice.limit;

import fairnotice.refusal.EmailAddress;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many mails may be caused by whoever types an address into a form.
 *
 * @param client by one client
 * @param address to one mailbox, however it is spelled
 * @param all by all clients together
 */
public record MailLimits(Allowance client, Allowance address, Allowance all) {

    /** So that those who come at once do not wait for one row; each has its part of the whole. */
    private static final int PARTS = 8;

    /** For a mail that is sent now or not at all. */
    public List<Limit> now(Client client, String address) {
        return List.of(byClient(client), to(address), inAll());
    }

    /** For a mail that goes out in any case, and waits for its turn; {@link #to} the mailbox when its turn has come. */
    public List<Limit> queue(Client client, String address) {
        return List.of(byClient(client).queueing(), inAll().queueing(), to(address));
    }

    public Limit to(String address) {
        return Limit.of("mail/address", mailbox(address), this.address);
    }

    private Limit byClient(Client client) {
        return Limit.of("mail/client", client.network(), this.client);
    }

    private Limit inAll() {
        int parts = Math.min(PARTS, all.most());
        return Limit.of("mail/all", String.valueOf(ThreadLocalRandom.current().nextInt(parts)), all.part(parts));
    }

    /**
     * The mailbox behind an address, as most providers read it: without case, without what stands behind a plus, without dots in the local
     * part. Where two mailboxes differ by these alone they share a limit, and nothing else.
     */
    static String mailbox(String address) {
        String comparable = EmailAddress.comparable(EmailAddress.kept(address));
        int at = comparable.lastIndexOf('@');
        String local = comparable
                .substring(0, Math.max(at, 0))
                .replaceFirst("\\+.*", "")
                .replace(".", "");
        return local + comparable.substring(Math.max(at, 0));
    }
}
