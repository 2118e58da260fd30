package fairnotice.web.workspace.history;

import fairnotice.customer.Customers;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.mail.Mailings;
import fairnotice.notice.Notices;
import fairnotice.refusal.Language;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.history.HistoryChanges.Changed;
import fairnotice.web.workspace.history.HistoryFacts.Fact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened, as the ledger has it: every entry a sentence, with who and when. */
@Component
public class Timeline {

    /**
     * @param details what was done, in words; empty once it was erased
     * @param changes what it made of fields
     * @param erasedAt null while it was not erased
     */
    public record Event(
            Instant at, String sentence, String who, List<Fact> details, List<Changed> changes, Instant erasedAt) {}

    private final Ledger ledger;
    private final People people;
    private final Customers customers;
    private final Notices notices;
    private final Mailings mailings;
    private final HistoryFacts facts;
    private final HistoryChanges changes;
    private final MessageSource messages;

    Timeline(
            Ledger ledger,
            People people,
            Customers customers,
            Notices notices,
            Mailings mailings,
            HistoryFacts facts,
            HistoryChanges changes,
            MessageSource messages) {
        this.ledger = ledger;
        this.people = people;
        this.customers = customers;
        this.notices = notices;
        this.mailings = mailings;
        this.facts = facts;
        this.changes = changes;
        this.messages = messages;
    }

    /** Oldest first. @param zone in which its days and moments are told; null for several promises: moments in UTC, days without a zone */
    public List<Event> about(String subject, ZoneId zone) {
        return about(subject, zone, entry -> true);
    }

    /** @param shown which of the entries */
    public List<Event> about(String subject, ZoneId zone, Predicate<Recorded> shown) {
        List<Recorded> entries = ledger.about(subject);
        HistoryNames names = HistoryNames.of(entries, customers, notices, mailings.about(subject));
        Map<String, String> who = new HashMap<>();
        return entries.stream()
                .filter(shown)
                .map(entry -> new Event(
                        entry.at(),
                        sentence(entry.kind()),
                        who.computeIfAbsent(entry.actor(), actor -> people.named(actor, names::known)),
                        facts.of(entry, names, zone),
                        changes.of(entry, entries, names),
                        entry.erasedAt()))
                .toList();
    }

    private String sentence(String kind) {
        return messages.getMessage("ledger." + kind, null, kind, Language.reader());
    }
}
