package fairnotice.web.workspace;

import fairnotice.notice.ChangeDates;
import fairnotice.notice.NoticeDates;
import java.time.Instant;

/**
 * The dates of an announced change: those of the policy, and those that bind now that all clocks are counted.
 *
 * @param bindingIsStandard whether no customer's own clock ends later than the policy's
 */
record DatesView(NoticeDates standard, ChangeDates binding, boolean bindingIsStandard, Instant goLiveAt) {

    static DatesView of(NoticeDates standard, ChangeDates binding) {
        boolean same = standard.noticeEnds().endsAt().equals(binding.noticeEndsAt())
                && standard.objectionsClose().endsAt().equals(binding.objectionsCloseAt());
        return new DatesView(standard, binding, same, binding.goLiveAt());
    }
}
