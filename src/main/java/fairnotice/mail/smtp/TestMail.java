package fairnotice.mail.smtp;

import fairnotice.mailserver.MailTest;
import fairnotice.refusal.Phrase;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A test mail as it is written: from the sender of a register to its reply address, with the token in its Message-ID. */
final class TestMail extends MimeMessage {

    private final String id;

    private TestMail(String id) {
        super(Session.getInstance(new Properties()));
        this.id = id;
    }

    /** @throws MessagingException when an address is none */
    static TestMail of(MailTest test, Instant at) throws MessagingException {
        String domain = test.sender().substring(test.sender().lastIndexOf('@') + 1);
        TestMail mail = new TestMail("<" + MailTest.MARK + test.token() + "@" + domain + ">");
        mail.setFrom(new InternetAddress(test.sender(), true));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(test.recipient(), true));
        mail.setSentDate(Date.from(at));
        mail.setSubject(Phrase.of("said.mail-test.subject", test.register()).said(), "UTF-8");
        mail.setText(
                Phrase.of("said.mail-test.text", test.sender(), test.recipient())
                                .said() + "\n",
                "UTF-8");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    byte[] bytes() throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
