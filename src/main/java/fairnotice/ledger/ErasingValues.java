package fairnotice.ledger;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erasing what the ledger says of a person (GDPR art. 17): values and salts go, entries and seals stay, and say so. */
@Service
public class ErasingValues {

    /** Changes, objections and terminations are the publisher's evidence, and are not erased here. */
    private static final Pattern PERSON = Pattern.compile(
            "customer:(?<customer>\\d{1,18})(/contact:\\d+)?|subscriber:\\d+|STAFF-(?<staff>[a-z0-9._-]+)");

    private final ErasableValues values;
    private final List<CustomerEvidence> evidence;
    private final List<StaffEvidence> staff;
    private final Ledger ledger;
    private final Clock clock;

    ErasingValues(
            ErasableValues values,
            List<CustomerEvidence> evidence,
            List<StaffEvidence> staff,
            Ledger ledger,
            Clock clock) {
        this.values = values;
        this.evidence = evidence;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param by user name
     * @return how many entries lost something
     * @throws Refused when the subject is nobody, nothing of it is left to erase, its entries are needed as evidence for now, it is
     *     whoever asks, or whoever asks wrote some of what would be erased
     */
    @Transactional
    public int erase(String subject, String reason, String by) {
        Matcher person = PERSON.matcher(subject == null ? "" : subject);
        new TextRules()
                .refuseIf(!person.matches(), "person", "refused.erasure.subject")
                .paragraph("reason", "refused.name.reason", reason)
                .orRefuse();
        if (subject.equals("STAFF-" + by)) {
            throw Refused.invalid("person", "refused.erasure.own");
        }
        String customer = person.group("customer");
        if (customer != null) {
            refuseWhileNeeded(evidence.stream().map(room -> room.whyNotYet(Long.parseLong(customer))));
        }
        String colleague = person.group("staff");
        if (colleague != null) {
            refuseWhileNeeded(staff.stream().map(room -> room.whyNotYet(colleague)));
        }
        Set<String> staying = customer == null ? Set.of() : staying(subject);
        if (values.isWrittenBy(by, subject, staying)) {
            throw Refused.invalid("person", "refused.erasure.own-entries", subject);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int erased = values.erase(subject, staying, now);
        if (erased == 0) {
            throw Refused.invalid("person", "refused.erasure.nothing-held", subject);
        }
        ledger.record(Entry.of("person.erased", subject, by, now)
                .with("entries", erased)
                .with("reason", reason));
        return erased;
    }

    private static void refuseWhileNeeded(Stream<Optional<Phrase>> reasons) {
        reasons.flatMap(Optional::stream).findFirst().ifPresent(phrase -> {
            throw Refused.invalid("person", phrase);
        });
    }

    private Set<String> staying(String subject) {
        return values.fields(subject).stream()
                .filter(field -> evidence.stream().anyMatch(room -> room.stays(field)))
                .collect(Collectors.toSet());
    }
}
