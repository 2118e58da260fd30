package fairnotice.objection;

import fairnotice.mail.MailingOwner;
import fairnotice.mail.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Hearing what became of the letters of cases, and starting, voiding or moving the customer's time that they start. */
@Service
class StartingObjectionTimes implements MailingOwner {

    private final Objections objections;
    private final ObjectionTimes times;
    private final ObjectionProcess process;
    private final Clock clock;

    StartingObjectionTimes(Objections objections, ObjectionTimes times, ObjectionProcess process, Clock clock) {
        this.objections = objections;
        this.times = times;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public boolean owns(String mailingKey) {
        return EmailKey.of(mailingKey).isPresent();
    }

    /** Case by case in the order of their references, so that two who hear of several never wait for each other. */
    @Override
    public void heard(List<Outcome> outcomes) {
        Map<String, Map<EmailKey, List<ContactReached>>> byCase = outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> key(outcome).reference(),
                        TreeMap::new,
                        Collectors.groupingBy(
                                StartingObjectionTimes::key,
                                Collectors.mapping(ContactReached::of, Collectors.toList()))));
        byCase.forEach((reference, letters) -> letters.forEach((letter, heard) -> hear(letter, heard)));
    }

    private void hear(EmailKey letter, List<ContactReached> heard) {
        Objection objection = objections.lock(letter.reference());
        if (times.heard(objection, letter, heard, clock.instant())) {
            process.datesMoved(letter.reference());
        }
    }

    private static EmailKey key(Outcome outcome) {
        return EmailKey.of(outcome.mailingKey()).orElseThrow();
    }
}
