package fairnotice.ledger;

import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erasing what the ledger says of a person (GDPR art. 17): values and salts go, entries and seals stay, and say so. */
@Service
public class ErasingValues {

    /** Changes, objections and terminations are the publisher's evidence, and are not erased here. */
    private static final Pattern PERSON =
            Pattern.compile("(customer|subscriber):\\d+(/contact:\\d+)?|STAFF-[a-z0-9._-]+");

    private final ErasableValues values;
    private final Ledger ledger;
    private final Clock clock;

    ErasingValues(ErasableValues values, Ledger ledger, Clock clock) {
        this.values = values;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param by user name
     * @return how many entries lost something
     * @throws Refused when the subject is nobody, nothing of it is left to erase, or it is whoever asks
     */
    @Transactional
    public int erase(String subject, String reason, String by) {
        new TextRules()
                .refuseIf(
                        subject == null || !PERSON.matcher(subject).matches(),
                        "person",
                        "Please give the number of a customer, contact or subscriber, or a member of staff, as the ledger has"
                                + " it: customer:17, customer:17/contact:23, subscriber:5 or STAFF-ann.")
                .paragraph("reason", "the reason", reason)
                .orRefuse();
        if (subject.equals("STAFF-" + by)) {
            throw Refused.invalid("person", "What the ledger says of you is erased by another administrator.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int erased = values.erase(subject, now);
        if (erased == 0) {
            throw Refused.invalid(
                    "person", "The ledger holds nothing about " + subject + " that could still be erased.");
        }
        ledger.record(Entry.of("person.erased", subject, by, now)
                .with("entries", erased)
                .with("reason", reason));
        return erased;
    }
}
