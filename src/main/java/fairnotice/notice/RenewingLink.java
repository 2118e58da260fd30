package fairnotice.notice;

import fairnotice.access.SecurityEvent;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.limit.Client;
import fairnotice.limit.Limits;
import fairnotice.limit.MailLimits;
import org.springframework.stereotype.Service;

/** Sends a new link in place of one that has ended, to the address that is on file for its contact. */
@Service
public class RenewingLink {

    private final SendingRenewedLink sending;
    private final Limits limits;
    private final MailLimits mails;

    RenewingLink(SendingRenewedLink sending, Limits limits, MailLimits mails) {
        this.sending = sending;
        this.limits = limits;
        this.mails = mails;
    }

    /** Sends nothing, and says nothing of it, where too many were caused by this client, to this mailbox or in all. */
    public void renew(Notice notice, Customer customer, Contact contact, Client client) {
        if (limits.take(mails.now(client, contact.email())).isZero()) {
            sending.send(notice, customer, contact);
        } else {
            SecurityEvent.limited("mail")
                    .fact("client", client.network())
                    .fact("about", notice.reference())
                    .log();
        }
    }
}
