package fairnotice.mail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A house of mail, and the relay that it hands over to. */
abstract class OnRelay {

    MailHouse house;
    final SmtpSink relay = new SmtpSink();

    @BeforeEach
    void open() {
        house = new MailHouse(batch());
    }

    @AfterEach
    void close() {
        house.close();
        relay.close();
    }

    /** Recipients of a batch. */
    int batch() {
        return 5;
    }

    MessageCounts counts(long mailing) {
        return house.mailings.find(mailing).orElseThrow().counts();
    }
}
