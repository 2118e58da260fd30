package fairnotice.web.workspace.change;

import fairnotice.change.ChangeState;
import fairnotice.change.ReviewDates;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.notice.ChangeDates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What comes next for a change, and when, read from the dates that its features own. */
@Component
class NextSteps {

    /**
     * @param words message key
     * @param at null when it waits for a person or for mail, not for a date
     */
    record Next(String words, Instant at) {}

    private static final Comparator<Next> SOONEST_FIRST =
            Comparator.comparing(Next::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final ReviewDates reviewDates;
    private final Clock clock;

    NextSteps(ReviewDates reviewDates, Clock clock) {
        this.reviewDates = reviewDates;
        this.clock = clock;
    }

    List<Next> of(VendorChange change, Optional<ChangeDates> dates) {
        List<Next> next = new ArrayList<>();
        switch (change.state()) {
            case IN_REVIEW -> {
                ReviewDates.Due due = reviewDates.due(change.reference());
                next.add(step("review", due.reviewDue()));
                next.add(step("escalation", due.escalates()));
            }
            case RETURNED -> next.add(step("revision", null));
            case SECOND_APPROVAL -> next.add(step("second-approval", null));
            case SCHEDULED ->
                next.add(step(afterApproval(change), reviewDates.chosenDay(change.reference(), clock.instant())));
            case ANNOUNCING -> next.add(step("mailing", null));
            case DECIDING -> next.add(step("decision", null));
            default -> {}
        }
        if (!change.state().isEnded()) {
            dates.ifPresent(known -> addDates(next, known, change));
        }
        Instant now = clock.instant();
        return next.stream()
                .filter(each -> each.at() == null || change.state().isBeforeAnnouncement() || now.isBefore(each.at()))
                .sorted(SOONEST_FIRST)
                .toList();
    }

    private static String afterApproval(VendorChange change) {
        Track track = change.round().track();
        return track == Track.NOTICE ? "announcement" : "track-" + track.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void addDates(List<Next> next, ChangeDates dates, VendorChange change) {
        if (dates.nextReminderAt() != null && dates.nextReminderAt().isBefore(dates.noticeEndsAt())) {
            next.add(step("reminder", dates.nextReminderAt()));
        }
        next.add(step("objections-close", dates.objectionsCloseAt()));
        next.add(step("notice-ends", dates.noticeEndsAt()));
        if (dates.unstarted() > 0 && dates.checkAt().isAfter(dates.goLiveAt())) {
            next.add(step("long-stop", dates.checkAt()));
        }
        if (!change.isPublished() && change.state() != ChangeState.DECIDING) {
            next.add(step("go-live", dates.goLiveAt()));
        }
    }

    private static Next step(String words, Instant at) {
        return new Next("workspace.next." + words, at);
    }
}
