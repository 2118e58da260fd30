package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import fairnotice.mail.MessageState;
import fairnotice.mail.RecordingReports;
import fairnotice.mail.Report;
import fairnotice.mail.tls.TlsSockets;
import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.DomainRecords;
import fairnotice.mailserver.RecordingTests;
import fairnotice.mailserver.Signature;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the unread mail of a {@link BounceMailbox}. Reports about our messages, and test mails of ours, are recorded and marked as read; everything else stays
 * unread for a person. Not for two threads.
 */
final class BounceMailboxReader {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailboxReader.class);

    private final BounceMailbox postbox;
    private final Session session;
    private final RecordingReports reports;
    private final RecordingTests tests;
    private final DomainRecords records;
    private long validity = -1;
    private long lookedAt;

    BounceMailboxReader(
            BounceMailbox postbox,
            TrustedCertificates trusted,
            RecordingReports reports,
            RecordingTests tests,
            DomainRecords records) {
        this.postbox = postbox;
        this.session = session(postbox, trusted);
        this.reports = reports;
        this.tests = tests;
        this.records = records;
    }

    /** @throws MessagingException when the mailbox cannot be read; the next look starts where this one ended */
    void look() throws MessagingException {
        try (Store store = session.getStore(postbox.protocol())) {
            store.connect(postbox.host(), postbox.port(), postbox.username(), postbox.password());
            try (Folder folder = store.getFolder(postbox.folder())) {
                folder.open(Folder.READ_WRITE);
                unread(folder);
            }
        }
    }

    private void unread(Folder folder) throws MessagingException {
        UIDFolder uids = (UIDFolder) folder;
        if (uids.getUIDValidity() != validity) {
            validity = uids.getUIDValidity();
            lookedAt = 0;
        }
        for (Message message : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
            long uid = uids.getUID(message);
            if (uid > lookedAt) {
                message.setFlag(Flags.Flag.SEEN, isRecorded((MimeMessage) message));
                lookedAt = uid;
            }
        }
    }

    private boolean isRecorded(MimeMessage message) throws MessagingException {
        try {
            Optional<UUID> returned = ReturnedTest.token(message.getMessageID());
            if (returned.isPresent()) {
                return tests.returned(returned.get(), signature(message));
            }
            Optional<DeliveryReport> found = DeliveryReport.in(message);
            Optional<Report> report = found.flatMap(DeliveryReport::report);
            if (report.isPresent()) {
                return isRecorded(report.get());
            }
        } catch (jakarta.mail.FolderClosedException | jakarta.mail.StoreClosedException e) {
            throw e;
        } catch (MessagingException | IOException e) {
            LOG.warn("A delivery report in {} cannot be read and stays unread: {}", postbox, e.getMessage());
        }
        return false;
    }

    private Signature signature(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        String from = message.getHeader("From", ",");
        String domain = from == null ? "" : from.replaceAll("(?s).*@([A-Za-z0-9.-]+).*", "$1");
        return records.signature(bytes.toByteArray(), domain);
    }

    private boolean isRecorded(Report report) {
        Optional<UUID> test = ReturnedTest.token(report.message());
        return test.isPresent() && report.state() == MessageState.BOUNCED
                ? tests.bounced(test.get(), report.diagnostic())
                : reports.record(report);
    }

    private static Session session(BounceMailbox postbox, TrustedCertificates trusted) {
        Properties properties = new Properties();
        String prefix = "mail." + postbox.protocol() + ".";
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "60000");
        properties.put(prefix + "writetimeout", "60000");
        new TlsSockets(postbox.encryption(), trusted, socket -> {}).into(properties, prefix);
        // Reading must not mark as read what is left for a person.
        properties.put(prefix + "peek", "true");
        return Session.getInstance(properties);
    }
}
