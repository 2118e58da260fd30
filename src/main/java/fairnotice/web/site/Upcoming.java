package fairnotice.web.site;

import fairnotice.calendar.Deadline;
import fairnotice.register.ChangeKind;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An announced change that is not in effect yet, or that went first and whose standard window is open, with the standard dates that are open
 * to all.
 *
 * @param reference of the change: "OPSTICKET-2026-0007"
 * @param subprocessorName the entry that is added, altered, put in place of another, or removed
 * @param announcedAt when its current round was announced
 * @param objectionsClose the last day to object by the standard policy
 * @param earliestUse the first day of use, in the register's zone
 * @param past whether that day has passed
 * @param inEffectSince when a change that went first took effect; null while it has not
 * @param summary one plain sentence
 */
record Upcoming(
        String reference,
        ChangeKind kind,
        String subprocessorName,
        Instant announcedAt,
        Deadline objectionsClose,
        LocalDate earliestUse,
        boolean past,
        Instant inEffectSince,
        String summary) {

    /** Whether it is one on a day. */
    static boolean isOn(PublicChange told, LocalDate today) {
        boolean open = told.dates() != null
                && !told.dates().objectionsClose().lastDay().isBefore(today);
        return told.state() == PublicChange.State.ANNOUNCED
                || told.state() == PublicChange.State.IN_EFFECT && told.wasToldAfterwards() && open;
    }

    static Upcoming of(PublicChange announced, LocalDate today) {
        return new Upcoming(
                announced.reference(),
                announced.kind(),
                announced.name(),
                announced.announcedAt(),
                announced.dates().objectionsClose(),
                announced.earliestUse(),
                announced.isPastEarliestUseOn(today),
                announced.publishedAt(),
                announced.reason());
    }
}
