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
        return context.isKeptAwayByEarlier()
                ? List.of()
                : context.earlierExemption(context.now())
                        .map(exempted -> dated("use-from", Optional.ofNullable(exempted.useFrom()), context))
                        .orElseGet(() -> free(context));
    }

    private static List<EmailFact> free(ObjectionContext context) {
        if (!context.isInEffect()) {
            return dated("use-from", context.earliestUse().map(day -> notBefore(today(context), day)), context);
        }
        Optional<LocalDate> atOnce =
                Optional.of(today(context)).filter(any -> context.objection().isSettled());
        return dated(
                context.wasInEffectBefore() ? "in-effect-again-since" : "in-effect-since",
                context.objection().again()
                        ? context.inEffectSince()
                        : context.earliestUse()
                                .map(day -> notBefore(today(context), day))
                                .or(() -> atOnce),
                context);
    }

    /**
     * From when it applies to the orders that go on once others have ended, and until when an objection for those is in time; nothing where none
     * goes on, and of the latter once that day has passed.
     */
    static List<EmailFact> ofOthers(ObjectionContext context) {
        LocalDate today = today(context);
        LocalDate last = Deadline.endingAt(context.objection().leavesAt(), context.zone())
                .lastDay();
        Optional<LocalDate> from = context.othersFrom(last);
        Optional<LocalDate> since = context.inEffectSince()
                .flatMap(begun -> from.filter(day -> !day.isAfter(today)).map(day -> notBefore(day, begun)));
        return Stream.of(
                        since.isPresent()
                                ? dated("others-in-effect-since", since, context)
                                : dated("others-from", from.map(day -> notBefore(today, day)), context),
                        context.openUntil().filter(open -> context.goesOnAfter(last)).stream()
                                .map(open -> EmailFact.said(
                                        "others-object", () -> ObjectionEmails.lastDay(open.lastDay(), open.zone())))
                                .toList())
                .flatMap(List::stream)
                .toList();
    }

    private static LocalDate notBefore(LocalDate first, LocalDate day) {
        return day.isBefore(first) ? first : day;
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
