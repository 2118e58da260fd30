package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeDates;
import fairnotice.register.Registers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How what is submitted for a customer stands to that customer's window, and to what was submitted for it before. */
@Service
class MeasuringSubmission {

    private final Objections objections;
    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final Registers registers;

    MeasuringSubmission(
            Objections objections, ObjectionContexts contexts, ObjectionParties parties, Registers registers) {
        this.objections = objections;
        this.contexts = contexts;
        this.parties = parties;
        this.registers = registers;
    }

    Measure measure(CustomersSubmission submitted) {
        return measure(submitted, contexts.notice(submitted.change().reference(), submitted.customer()));
    }

    /** @param notice the customer's newest of the change, with the dates that count once it has submitted this */
    Measure measure(CustomersSubmission submitted, Optional<Notice> notice) {
        List<Objection> before = before(submitted);
        Optional<Deadline> left = notice.flatMap(given -> amendedOpenUntil(given, before));
        Deadline closes = left.or(() -> notice.map(Notice::dates).map(NoticeDates::objectionsClose))
                .orElse(null);
        return new Measure(
                notice.map(Notice::mayObject).orElse(false),
                closes != null && closes.isOverAt(submitted.receivedAt()) && !isReliedOn(submitted, before),
                closes == null ? null : closes.endsAt(),
                left.isPresent() || closes == null ? null : closes.explanation(),
                notice.map(Notice::policyVersion)
                        .orElseGet(() -> registers
                                .getById(submitted.change().register())
                                .policy()
                                .version()));
    }

    /** The last day to object that a final refusal left the customer of that notice, where that is later than its own. */
    private Optional<Deadline> amendedOpenUntil(Notice notice, List<Objection> before) {
        return AmendedWhileOpen.until(before)
                .map(end -> Deadline.endingAt(
                        end,
                        registers
                                .policy(notice.register(), notice.policyVersion())
                                .zone()))
                .filter(left -> notice.dates() != null
                        && left.endsAt()
                                .isAfter(notice.dates().objectionsClose().endsAt()));
    }

    private boolean isReliedOn(CustomersSubmission submitted, List<Objection> before) {
        return before.stream()
                .anyMatch(each -> each.isReliedOnAt(submitted.receivedAt()) && isFirstBeside(each, before, submitted));
    }

    private List<Objection> before(CustomersSubmission submitted) {
        return objections.ofCustomer(
                submitted.customer(), List.of(submitted.change().reference()));
    }

    private boolean isFirstBeside(Objection begun, List<Objection> all, CustomersSubmission submitted) {
        return parties.isFirstBeside(new CustomersObjections(begun, all), submitted);
    }

    /**
     * The customer objects while one that was refused, and not its own, waits for an appeal: that one is the customer's first. So is what came in
     * time while one waits that was refused as late.
     */
    boolean isOvertaken(Objection last, CustomersSubmission submitted) {
        if (last.isSettled()) {
            return false;
        }
        return last.takesNothing()
                ? isFirstBeside(last, before(submitted), submitted)
                : last.isRefusedAsLate() && !measure(submitted).late();
    }

    /**
     * Whether that is one {@linkplain Objection#again() filed again}. What came in time follows nothing that came late. What staff write down
     * only after the end of one that was nobody's own counts as the customer's first, as often as it could have been that at once, or not before legal
     * admits it; so does what comes late.
     */
    boolean isAgain(CustomersSubmission submitted, Measure measure) {
        int round = submitted.change().round().number();
        List<Objection> before = before(submitted);
        boolean followsItsOwn = before.stream()
                .filter(each -> !each.takesNothing() && (measure.late() || !each.isEndedLate()))
                .findFirst()
                .filter(last -> last.isFollowedOnceAdmitted(round))
                .isPresent();
        return followsItsOwn || isOneMore(before, submitted, measure);
    }

    private boolean isOneMore(List<Objection> before, CustomersSubmission submitted, Measure measure) {
        int round = submitted.change().round().number();
        List<Objection> ended = before.stream()
                .filter(each -> each.round() == round && each.takesNothing() && each.isSettled())
                .toList();
        return measure.late()
                ? parties.isOneMoreLate(submitted, ended)
                : ended.stream()
                        .filter(each -> each.isEndedAfter(submitted.receivedAt()))
                        .anyMatch(each -> !isFirstBeside(each, before, submitted));
    }
}
