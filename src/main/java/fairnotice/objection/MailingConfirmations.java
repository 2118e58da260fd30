package fairnotice.objection;

import fairnotice.limit.Limits;
import fairnotice.limit.MailLimits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Service;

/** Mails that ask for a confirmation and had to wait: each goes out when its client's turn has come and its mailbox may be written to. */
@Service
public class MailingConfirmations {

    private final UnconfirmedSubmissions filings;
    private final UnconfirmedObjections unconfirmed;
    private final Limits limits;
    private final MailLimits mails;

    MailingConfirmations(
            UnconfirmedSubmissions filings, UnconfirmedObjections unconfirmed, Limits limits, MailLimits mails) {
        this.filings = filings;
        this.unconfirmed = unconfirmed;
        this.limits = limits;
        this.mails = mails;
    }

    /** Ids of the filings whose turn has come. */
    public List<Long> due(int limit) {
        return filings.toMail(limit);
    }

    /**
     * Mails one, or puts it off: many for one mailbox draw lots, so that none of them stands behind all that somebody else filed in its name.
     *
     * @return whether it was mailed
     */
    public boolean mail(long id) {
        Unconfirmed filing = filings.find(id).orElseThrow();
        Duration wait = limits.take(List.of(mails.to(filing.email())));
        if (wait.isZero()) {
            return unconfirmed.mail(id);
        }
        filings.putOff(id, wait.plusMillis(ThreadLocalRandom.current().nextLong(1 + wait.toMillis())));
        return false;
    }
}
