package fairnotice.notice;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.mail.Outgoing;
import fairnotice.notice.EffectOnCustomer.TerminatedOrder;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.WrittenDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a letter says to one customer alone, as fields that are merged in at hand-over. */
final class PersonalFields {

    private PersonalFields() {}

    /**
     * @param dates as they stand, or as they will stand when the message is handed over today
     * @param earliestUse the first day of use as far as these and the standard dates say
     * @param reachedOn the day on which a message reached a customer that none could reach before, or this one does; null for all others
     * @param waits whether the change went first, which the customer's agreement does not allow, and its own notice still runs
     * @param now when the message is made
     */
    static Outgoing message(
            long notice,
            Customer customer,
            Contact contact,
            boolean mayObject,
            NoticeDates dates,
            LocalDate earliestUse,
            boolean waits,
            LocalDate reachedOn,
            Instant now) {
        return contact.language()
                .speak(() -> new Outgoing(
                                notice,
                                contact.id(),
                                contact.email(),
                                contact.name(),
                                fields(customer, mayObject, dates, earliestUse, waits, reachedOn, now),
                                new Link(LinkPurpose.NOTICE, notice, contact.id(), contact.epoch()))
                        .in(contact.language()));
    }

    private static Map<String, String> fields(
            Customer customer,
            boolean mayObject,
            NoticeDates dates,
            LocalDate earliestUse,
            boolean waits,
            LocalDate reachedOn,
            Instant now) {
        ZoneId zone = dates.noticeEnds().zone();
        String inZone = " (" + zone.getId() + ")";
        boolean objectionsCount = mayObject && !dates.isOverAt(now);
        Map<String, String> fields = new HashMap<>(Map.of(
                "customer", customer.name(),
                "noticeDate", day(LocalDate.ofInstant(now, zone)),
                "noticeEnds", day(dates.noticeEnds().lastDay()),
                "earliestUse", day(earliestUse) + inZone,
                "zone", zone.getId(),
                "objectionsClose",
                        mayObject
                                ? said(
                                        "said.objecting.closes",
                                        dates.objectionsClose().lastDay(),
                                        zone)
                                : said("said.objecting.none"),
                "objecting", objecting(mayObject, dates, now),
                "mayObject", objectionsCount ? "yes" : "",
                "noticeExplanation", dates.noticeEnds().explanation().line(Language.reader()),
                "objectionExplanation",
                        mayObject ? dates.objectionsClose().explanation().line(Language.reader()) : ""));
        boolean endsFirst = endsBefore(customer, earliestUse);
        fields.put("ordersEnd", endsFirst ? day(customer.lastDay().orElseThrow()) + inZone : "");
        fields.put("endsFirst", endsFirst ? "yes" : "");
        fields.put("goesOn", !endsFirst && !waits ? "yes" : "");
        fields.put("waits", waits ? "yes" : "");
        fields.put("uses", "yes");
        fields.put("first", waits || reachedOn != null ? "" : "yes");
        fields.put("late", waits || reachedOn == null ? "" : "yes");
        fields.put("reachedOn", reachedOn == null ? "" : day(reachedOn) + inZone);
        fields.put("mayObjectWaiting", objectionsCount && waits ? "yes" : "");
        fields.put("mayObjectFirst", objectionsCount && !waits ? "yes" : "");
        return fields;
    }

    /** The same about a notice that was given on an earlier day. */
    static Outgoing givenOn(Outgoing message, LocalDate day) {
        Map<String, String> fields = new HashMap<>(message.fields());
        fields.put("noticeDate", message.language().speak(() -> day(day)));
        return message.with(fields);
    }

    /** The same to a customer for whom a change that went first was in use until it turned out that no message had reached it. */
    static Outgoing usedUntil(Outgoing message, LocalDate missedOn) {
        Map<String, String> fields = new HashMap<>(message.fields());
        fields.put("usedUntil", message.language().speak(() -> day(missedOn)));
        return message.with(fields);
    }

    /**
     * The same to a customer that agreed before that the vendor is not used for it: it reads that this holds, and no day of use before its end.
     *
     * @param earliestUse as in the message
     */
    static Outgoing exempted(Outgoing message, ExemptionsHeld.Held held, LocalDate earliestUse, ZoneId zone) {
        return message.language().speak(() -> message.with(exemptedFields(message, held, earliestUse, zone)));
    }

    private static Map<String, String> exemptedFields(
            Outgoing message, ExemptionsHeld.Held held, LocalDate earliestUse, ZoneId zone) {
        Map<String, String> fields = new HashMap<>(message.fields());
        String mayObject = fields.get("mayObject");
        Stream.of("first", "late", "waits", "goesOn", "mayObjectFirst").forEach(none -> fields.put(none, ""));
        fields.put("mayObjectWaiting", mayObject);
        fields.put("mayObjectHeld", mayObject);
        fields.put("agreedIn", held.objection());
        if (held.until() == null) {
            fields.put("uses", "");
            fields.put("exemptedNever", "yes");
        } else {
            LocalDate from = held.useFrom(earliestUse);
            fields.put("earliestUse", day(from) + " (" + zone.getId() + ")");
            fields.put("exemptedUntil", day(held.until()));
            fields.put("exemptedFrom", day(from));
        }
        return fields;
    }

    /** Whether the customer's last order ends before the vendor may be used for it. */
    static boolean endsBefore(Customer customer, LocalDate earliestUse) {
        return customer.lastDay().filter(earliestUse::isAfter).isPresent();
    }

    /**
     * That the change took effect, and what that means for this customer; fields that do not hold for it stay empty.
     *
     * @param publishedOn the day on which it took effect for whoever nothing keeps it from
     */
    static Outgoing inEffect(
            Notice notice,
            Customer customer,
            Contact contact,
            EffectOnCustomer effect,
            LocalDate publishedOn,
            Instant now) {
        return contact.language()
                .speak(() -> new Outgoing(
                                notice.id(),
                                contact.id(),
                                contact.email(),
                                contact.name(),
                                inEffectFields(notice, customer, effect, publishedOn, now),
                                new Link(LinkPurpose.NOTICE, notice.id(), contact.id(), contact.epoch()))
                        .in(contact.language()));
    }

    private static Map<String, String> inEffectFields(
            Notice notice, Customer customer, EffectOnCustomer effect, LocalDate publishedOn, Instant now) {
        NoticeDates dates = notice.dates();
        boolean none = effect.objection() == null;
        boolean inTime = notice.mayObject() && !dates.objectionsClose().isOverAt(now);
        Map<String, String> fields = new HashMap<>();
        fields.put("customer", customer.name());
        fields.put(use(effect), "yes");
        fields.put("forYou", forYou(effect, dates.noticeEnds().zone()));
        fields.put("forOthers", publishedOn.equals(effect.since()) ? "" : "yes");
        fields.put("since", orNothing(effect.since()));
        fields.put("until", orNothing(effect.until()));
        fields.put("from", orNothing(effect.from()));
        fields.put("yours", yours(effect));
        fields.put("orders", orders(effect.terminated()));
        if (!none) {
            fields.put("objection", effect.objection());
            fields.put(
                    "case"
                            + (effect.awaited() == null
                                    ? effect.outcome()
                                    : effect.awaited().step()),
                    "yes");
            fields.put(
                    "awaited",
                    effect.awaited() == null ? "" : day(effect.awaited().until()));
        }
        fields.put(
                "objecting", none && (inTime || !notice.mayObject()) ? objecting(notice.mayObject(), dates, now) : "");
        fields.put("tooLate", none && notice.mayObject() && !inTime ? "yes" : "");
        boolean mayObject = none && notice.mayObject();
        boolean held = effect.agreedIn() != null;
        fields.put("mayObject", mayObject && !held ? "yes" : "");
        fields.put("mayObjectHeld", mayObject && held ? "yes" : "");
        fields.put("agreedIn", held ? effect.agreedIn() : "");
        if (!none && effect.outcome() != EffectOnCustomer.Outcome.OPEN) {
            String another = another(effect);
            boolean stands = another.equals("notAgreed");
            boolean stops = !stands && use(effect).startsWith(EffectOnCustomer.Use.IN_EFFECT.name());
            boolean letsBe = stops && !effect.admittedFirst();
            fields.put(another, "yes");
            fields.put("lateAnother", stands || inTime ? "" : "yes");
            fields.put("another", stands || letsBe ? "" : "yes");
            fields.put("anotherFinal", letsBe ? "yes" : "");
            fields.put("anotherStops", stops ? "yes" : "");
            fields.put("anotherKeeps", stands || stops ? "" : "yes");
            fields.put("exempted", exempted(effect) ? "yes" : "");
        }
        return fields;
    }

    private static boolean exempted(EffectOnCustomer effect) {
        return effect.use() == EffectOnCustomer.Use.EXEMPTED || effect.use() == EffectOnCustomer.Use.EXEMPTED_UNTIL;
    }

    /** What another objection would be, once there was one. */
    private static String another(EffectOnCustomer effect) {
        if (effect.admittedFirst()) {
            return "mayObjectAgain";
        }
        return switch (effect.outcome()) {
            case EXEMPTION_ENDED -> "exemptionEnded";
            case TERMINATED -> "terminated";
            case NOT_AGREED -> "notAgreed";
            default -> "mayObjectAnew";
        };
    }

    /** What it is in effect for is what goes on, where orders have ended; what is kept away for good is not so as things stand. */
    private static String use(EffectOnCustomer effect) {
        if (effect.use() == EffectOnCustomer.Use.HELD_BACK && effect.outcome() == EffectOnCustomer.Outcome.NOT_AGREED) {
            return "HELD_BACK_CLOSED";
        }
        return effect.isForOtherOrders() ? "IN_EFFECT_OTHERS" : effect.use().name();
    }

    /** What an exemption is about: what goes on, where orders were terminated. */
    private static String yours(EffectOnCustomer effect) {
        return said(effect.terminated().isEmpty() ? "said.yours" : "said.yours.others");
    }

    /** "OT-1, 31 August 2026; OT-2 (L-1, L-2), 30 September 2026" */
    private static String orders(List<TerminatedOrder> terminated) {
        return terminated.stream()
                .map(order -> order.order()
                        + (order.lines().isEmpty() ? "" : " (" + String.join(", ", order.lines()) + ")") + ", "
                        + day(order.lastDay()))
                .collect(Collectors.joining("; "));
    }

    /** What the subject says after "in effect": since when it is for this customer, or how long it is not. */
    private static String forYou(EffectOnCustomer effect, ZoneId zone) {
        return switch (effect.use()) {
            case IN_EFFECT -> said("said.for-you.since", effect.since(), zone);
            case EXEMPTED_UNTIL -> said("said.for-you.until", yours(effect), effect.until(), zone);
            case EXEMPTED -> said("said.for-you.exempted", yours(effect));
            case HELD_BACK ->
                said(effect.outcome() == EffectOnCustomer.Outcome.OPEN ? "said.for-you.open" : "said.for-you.not");
            default -> said("said.for-you.not");
        };
    }

    private static String orNothing(LocalDate day) {
        return day == null ? "" : day(day);
    }

    static String objecting(boolean mayObject, NoticeDates dates, Instant now) {
        if (!mayObject) {
            return said("said.objecting.questions");
        }
        Deadline closes = dates.objectionsClose();
        String until = closes.isOverAt(now) ? "said.objecting.over" : "said.objecting.until";
        return said(until, closes.lastDay(), closes.zone()) + " " + said("said.objecting.late");
    }

    private static String said(String key, Object... arguments) {
        return Phrase.of(key, arguments).said();
    }

    static String day(LocalDate day) {
        return WrittenDay.inWords(day);
    }
}
