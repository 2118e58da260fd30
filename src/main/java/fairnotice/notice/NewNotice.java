package fairnotice.notice;

import java.time.Instant;
import java.util.List;

/**
 * A notice about to be given.
 *
 * @param contacts those written to first
 * @param start null while a message has to be handed over first
 */
public record NewNotice(
        long customer,
        boolean told,
        boolean mayObject,
        FrozenTerms terms,
        Start start,
        NoticeDates dates,
        Instant boundUntil,
        List<Recipient> contacts) {}
