package fairnotice.objection;

import fairnotice.calendar.Deadline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an email says of when the change applies to its customer, or may. */
final class UseFacts {

    private UseFacts() {}

    /** From when it does, now that nothing of the case stands against it. */
    static List<EmailFact> from(ObjectionContext context) {
        if (context.isKeptAwayByEarlier()) {
            return List.of();
        }
        Optional<OfferTerms> exemption = context.earlierExemption(context.now());
        if (exemption.isPresent()) {
            return dated("use-from", exemption.map(OfferTerms::useFrom), context);
        }
        boolean inEffect = context.isInEffect();
        if (context.objection().again() && inEffect) {
            return dated(inEffectSince(context), context.inEffectSince(), context);
        }
        LocalDate today = today(context);
        Optional<LocalDate> atOnce =
                context.objection().isSettled() && inEffect ? Optional.of(today) : Optional.empty();
        return dated(
                inEffect ? inEffectSince(context) : "use-from",
                context.earliestUse().or(() -> atOnce).map(day -> day.isBefore(today) ? today : day),
                context);
    }

    private static String inEffectSince(ObjectionContext context) {
        return context.wasInEffectBefore() ? "in-effect-again-since" : "in-effect-since";
    }

    /**
     * From when it applies to the orders that go on once others have ended, and until when an objection for those is in time; nothing where none
     * goes on, and of the latter once that day has passed.
     */
    static List<EmailFact> ofOthers(ObjectionContext context) {
        LocalDate today = today(context);
        LocalDate last = Deadline.endingAt(context.objection().leavesAt(), context.zone())
                .lastDay();
        Stream<EmailFact> from = context.othersFrom(last).stream().flatMap(day -> {
            Optional<LocalDate> since = context.inEffectSince().filter(any -> !day.isAfter(today));
            return since.isPresent()
                    ? dated("others-in-effect-since", since.map(begun -> begun.isBefore(day) ? day : begun), context)
                            .stream()
                    : dated("others-from", Optional.of(day.isBefore(today) ? today : day), context).stream();
        });
        Stream<EmailFact> object = context.openUntil().filter(open -> context.goesOnAfter(last)).stream()
                .map(open ->
                        EmailFact.said("others-object", () -> ObjectionEmails.lastDay(open.lastDay(), open.zone())));
        return Stream.concat(from, object).toList();
    }

    private static LocalDate today(ObjectionContext context) {
        return LocalDate.ofInstant(context.now(), context.zone());
    }

    private static List<EmailFact> dated(String what, Optional<LocalDate> day, ObjectionContext context) {
        return day.stream()
                .map(each -> EmailFact.said(what, () -> ObjectionEmails.day(each, context.zone())))
                .toList();
    }
}
