package fairnotice.web.workspace;

import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened, as the ledger has it: every entry a sentence, with who and when. */
@Component
class Timeline {

    /** @param details what was done, in words; empty once it was erased */
    record Event(Instant at, String sentence, String who, List<Detail> details, boolean erased) {}

    record Detail(String label, String value) {}

    /** Those a reader of one change sees on the page anyway. */
    private static final Set<String> ON_THE_PAGE =
            Set.of("subprocessor", "register", "kind", "name", "replaces", "personalData", "material");

    private final Ledger ledger;
    private final People people;
    private final MessageSource messages;

    Timeline(Ledger ledger, People people, MessageSource messages) {
        this.ledger = ledger;
        this.people = people;
        this.messages = messages;
    }

    /** Oldest first. */
    List<Event> about(String subject) {
        Map<String, String> names = new HashMap<>();
        return ledger.about(subject).stream()
                .map(entry -> event(entry, names.computeIfAbsent(entry.actor(), people::named)))
                .toList();
    }

    private Event event(Recorded entry, String who) {
        List<Detail> details = entry.content().entrySet().stream()
                .filter(fact -> !ON_THE_PAGE.contains(fact.getKey()))
                .filter(fact -> !fact.getValue().isBlank() && !fact.getValue().equals("false"))
                .map(this::detail)
                .toList();
        boolean erased = entry.content().isEmpty();
        return new Event(entry.at(), sentence(entry.kind()), who, details, erased);
    }

    private String sentence(String kind) {
        return words("ledger." + kind, kind);
    }

    private Detail detail(Map.Entry<String, String> fact) {
        String value = words("workspace.value." + fact.getValue(), fact.getValue());
        return new Detail(words("ledger.detail." + fact.getKey().replace(' ', '-'), fact.getKey()), value);
    }

    private String words(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, Locale.ENGLISH);
    }
}
