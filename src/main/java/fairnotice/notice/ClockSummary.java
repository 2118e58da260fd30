package fairnotice.notice;

import java.time.Instant;

/**
 * All clocks of one round together; left-out and superseded notices do not count.
 *
 * @param noticeEndsAt the latest end that binds, or null when none has started
 * @param objectionsCloseAt the latest close that binds, or null when none has started
 * @param unstarted notices that bind at the given time and have not started
 */
public record ClockSummary(Instant noticeEndsAt, Instant objectionsCloseAt, long unstarted) {}
