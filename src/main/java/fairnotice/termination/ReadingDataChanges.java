package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.change.VendorChanges;
import fairnotice.customer.CustomerFields;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Which changes of a customer's data whoever judges its refund is shown: a refund is worked out from them. */
@Service
public class ReadingDataChanges {

    /** How long before the objection what one person changed is looked at. */
    public static final Period BEFORE_OBJECTION = Period.parse("12 months");

    private final Objections objections;
    private final VendorChanges changes;
    private final Ledger ledger;

    ReadingDataChanges(Objections objections, VendorChanges changes, Ledger ledger) {
        this.objections = objections;
        this.changes = changes;
        this.ledger = ledger;
    }

    /**
     * @param from the first day that is looked at, in the zone of the worksheet
     * @param entries ids of the ledger's entries about the customer: what one person stated or changed of orders, payments and contacts and
     *     nobody else confirmed, and all since the change was proposed
     */
    public record Shown(LocalDate from, Set<Long> entries) {}

    public Shown of(Termination termination) {
        Optional<Objection> objection = objections.find(termination.objection());
        ZoneId zone = ZoneId.of(termination.worksheet().zone());
        Instant received = objection.map(Objection::receivedAt).orElse(termination.electedAt());
        Instant from =
                Deadline.on(LocalDate.ofInstant(received, zone), zone).startsBefore(BEFORE_OBJECTION, Holidays.NONE);
        Instant proposed = objection
                .map(each -> changes.rounds(each.change()).get(0).proposedAt())
                .orElse(Instant.EPOCH);
        List<Recorded> all = ledger.about("customer:" + termination.customer());
        return new Shown(
                LocalDate.ofInstant(from, zone),
                all.stream()
                        .filter(entry -> !entry.at().isBefore(proposed)
                                || !entry.at().isBefore(from) && isOfOnePerson(entry, all))
                        .map(Recorded::id)
                        .collect(Collectors.toSet()));
    }

    private static boolean isOfOnePerson(Recorded entry, List<Recorded> all) {
        List<String> counted = entry.changes().stream()
                .map(change -> change.field())
                .filter(CustomerFields::isOfCases)
                .toList();
        return entry.kind().equals("customers.added")
                || entry.kind().equals("customers.changed") && !counted.isEmpty() && !isConfirmed(entry, counted, all);
    }

    /** Whether it waited, and whoever confirmed next confirmed all of it. */
    private static boolean isConfirmed(Recorded entry, List<String> fields, List<Recorded> all) {
        Optional<String> confirmed = all.stream()
                .filter(later -> later.id() > entry.id() && later.kind().equals("customers.confirmed"))
                .findFirst()
                .map(later -> later.content().getOrDefault("fields", "[]"))
                .map(list -> ", " + list.substring(1, list.length() - 1) + ", ");
        return "true".equals(entry.content().get("unconfirmed"))
                && confirmed.isPresent()
                && fields.stream().allMatch(field -> confirmed.get().contains(", " + field + ", "));
    }
}
