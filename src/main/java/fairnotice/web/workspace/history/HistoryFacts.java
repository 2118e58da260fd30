package fairnotice.web.workspace.history;

import fairnotice.change.Classification;
import fairnotice.change.Proposal;
import fairnotice.ledger.Recorded;
import fairnotice.refusal.KeptPhrase;
import fairnotice.refusal.Language;
import fairnotice.refusal.WrittenAmount;
import fairnotice.web.Dates;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Places;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the ledger holds of a step, as a person reads it: the ledger keeps ids, names of constants and instants. */
@Component
class HistoryFacts {

    /** @param place address of its page; null for none */
    record Fact(String label, String value, String place) {}

    /** Whole documents, which have a page or a file of their own. */
    private static final Set<String> DOCUMENTS = Set.of("subprocessor", "worksheet", "statement", "payments");

    /** What a reader sees on the page anyway, its mailings among them, or could not use: the number of an offer in its case. */
    private static final Set<String> ON_THE_PAGE =
            Set.of("kind", "name", "replaces", "personalData", "material", "mailing", "newsletter", "number");

    /** What somebody wrote; it is shown as it was written. */
    private static final Set<String> TEXTS = Set.of("text", "comment", "why", "email", "name");

    /** Where the words of constants stand. */
    private static final Map<String, String> WORDS = Map.of(
            "channel", "workspace.channel.",
            "grounds", "workspace.grounds.",
            "cure", "workspace.cure.",
            "state", "workspace.case.state.",
            "track", "workspace.track.",
            "announcedTrack", "workspace.track.",
            "group", "workspace.group.",
            "roles", "workspace.group.",
            "purpose", "ledger.purpose.",
            "stage", "ledger.stage.");

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TO_CONTACT = Pattern.compile("to contact (\\d+)");
    private static final Pattern DUE = Pattern.compile("([A-Z]{3})=(-?[0-9.]+)");
    private static final Pattern TOTAL = Pattern.compile("Total\\[currency=([A-Z]{3}),.*?gross=(-?[0-9.]+)]");

    private final People people;
    private final Places places;
    private final Dates dates;
    private final CustomerFieldWords fields;
    private final MessageSource messages;

    HistoryFacts(People people, Places places, Dates dates, CustomerFieldWords fields, MessageSource messages) {
        this.people = people;
        this.places = places;
        this.dates = dates;
        this.fields = fields;
        this.messages = messages;
    }

    /** @param zone whose days and times are told; null for moments in UTC, and days in the zone that their promise has */
    List<Fact> of(Recorded entry, HistoryNames names, ZoneId zone) {
        return entry.content().entrySet().stream()
                .filter(fact -> isShown(entry, fact))
                .map(fact -> fact(fact.getKey(), fact.getValue(), names, zone))
                .toList();
    }

    private static boolean isShown(Recorded entry, Map.Entry<String, String> fact) {
        boolean onPage = entry.kind().startsWith("change.") && ON_THE_PAGE.contains(fact.getKey());
        boolean said = !Set.of("", "false", "[]", "{}").contains(fact.getValue().strip());
        return said && !onPage && !DOCUMENTS.contains(fact.getKey()) && !isNothing(fact);
    }

    private static boolean isNothing(Map.Entry<String, String> fact) {
        return switch (fact.getKey()) {
            case "register" -> true;
            case "attachments", "number" -> fact.getValue().equals("0");
            case "round" -> fact.getValue().equals("1");
            default -> false;
        };
    }

    private Fact fact(String name, String value, HistoryNames names, ZoneId zone) {
        String label = words("ledger.detail." + name.replace(' ', '-'), name);
        return switch (name) {
            case "customer" -> new Fact(label, names.customer(value), "/customers/" + value);
            case "confirmedBy", "contact" -> new Fact(label, names.contact(value), null);
            case "notice" -> new Fact(label, names.customerOfNotice(value), null);
            case "leftOut" -> new Fact(label, names.leftOut(value), null);
            case "person" -> new Fact(label, people.named(value), null);
            case "change", "objection", "joined" -> new Fact(label, value, places.of(value));
            case "mailing", "newsletter" -> new Fact(label, mailing(value, names), "/mailings/" + value);
            case "cases" -> new Fact(label, value.replace(" ", ", "), null);
            case "people", "changedBy", "askedBy" -> new Fact(label, named(value), null);
            case "fields" -> new Fact(label, fields.labels(bare(value), names::contactIfKnown), null);
            case "due" -> new Fact(label, amounts(DUE, value), null);
            case "refunds" -> new Fact(label, amounts(TOTAL, value), null);
            case "reason" -> new Fact(label, words("workspace.refusal." + value, Proposal.keptReason(value)), null);
            case "reasons" -> new Fact(label, KeptPhrase.inWords(value, "said.declined.joined"), null);
            case "rule" -> new Fact(label, Classification.keptReason(value), null);
            case "newFacts" -> new Fact(label, Classification.keptFacts(value), null);
            case "until" -> new Fact(label, until(value, zone), null);
            case "how" -> new Fact(label, how(value, names), null);
            default -> new Fact(label, TEXTS.contains(name) ? value : formatted(name, value, zone), null);
        };
    }

    private String mailing(String id, HistoryNames names) {
        return names.mailing(id)
                .map(counts -> messages.getMessage(
                        "workspace.timeline.mailing",
                        new Object[] {id, counts.total(), counts.accepted(), counts.failed(), counts.waiting()},
                        Language.reader()))
                .orElse(id);
    }

    /** Lists as they were written: {@code [A, B]}. */
    private String formatted(String name, String value, ZoneId zone) {
        return Arrays.stream(bare(value).split(", "))
                .map(each -> single(name, each, zone))
                .collect(Collectors.joining(", "));
    }

    private static String bare(String value) {
        return value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
    }

    /** User names, with a space between them. */
    private String named(String value) {
        return Arrays.stream(value.split(" ")).map(people::named).collect(Collectors.joining(", "));
    }

    private String single(String name, String value, ZoneId zone) {
        if (INSTANT.matcher(value).matches()) {
            return dates.moment(Instant.parse(value), zone == null ? UTC : zone);
        }
        if (DAY.matcher(value).matches()) {
            return day(value, zone);
        }
        if (value.equals("true")) {
            return words("ledger.yes", value);
        }
        return WORDS.containsKey(name) ? words(WORDS.get(name) + value, value) : value;
    }

    /** The last day of an exemption. */
    private String until(String value, ZoneId zone) {
        return DAY.matcher(value).matches()
                ? messages.getMessage("workspace.history.until", new Object[] {day(value, zone)}, Language.reader())
                : value;
    }

    private String day(String value, ZoneId zone) {
        String day = dates.day(LocalDate.parse(value));
        return zone == null ? day : day + " (" + zone.getId() + ")";
    }

    private String how(String value, HistoryNames names) {
        Matcher contact = TO_CONTACT.matcher(value);
        return contact.matches()
                ? messages.getMessage(
                        "workspace.history.to", new Object[] {names.contact(contact.group(1))}, Language.reader())
                : value;
    }

    private static String amounts(Pattern pattern, String value) {
        Stream<MatchResult> found = pattern.matcher(value).results();
        return found.map(each -> amount(each.group(1), new BigDecimal(each.group(2))))
                .collect(Collectors.joining("; "));
    }

    /** With the decimals it was written with: those of its currency. */
    private static String amount(String currency, BigDecimal amount) {
        return WrittenAmount.money(amount, currency);
    }

    private String words(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, Language.reader());
    }
}
