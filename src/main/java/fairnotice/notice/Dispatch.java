package fairnotice.notice;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * An audience being written to about one change on one occasion, cut into messages a page at a time.
 *
 * @param number 0 for the first; reminders count up, and so do announcements to customers that arrived later
 * @param newsletterMailing null when subscribers are not written to
 * @param cursor how far the customers (by revision) or notices (by id) are cut
 * @param subscriberCursor how far the subscribers are cut; null until their turn
 */
@RecordBuilder
public record Dispatch(
        long id,
        String reference,
        int round,
        Occasion occasion,
        int number,
        String register,
        int policyVersion,
        long contractualMailing,
        Long newsletterMailing,
        long cursor,
        Long subscriberCursor) {

    /** Of all mailings of a round: {@code OPSTICKET-2026-0007/1/}. */
    public static String keyPrefix(String reference, int round) {
        return reference + "/" + round + "/";
    }

    /** Of the mailing that everybody entitled at the announcement is told by. */
    public static String announcementKey(String reference, int round) {
        return key(reference, round, Occasion.ANNOUNCEMENT, 0);
    }

    /** Of all announcement mailings of a round, later arrivals' included. */
    public static String announcementPrefix(String reference, int round) {
        return keyPrefix(reference, round) + Occasion.ANNOUNCEMENT.word() + "-";
    }

    static String key(String reference, int round, Occasion occasion, int number) {
        return keyPrefix(reference, round) + occasion.word() + "-" + number;
    }

    Dispatch cutTo(long newCursor) {
        return DispatchBuilder.builder(this).cursor(newCursor).build();
    }

    Dispatch subscribersTo(long newCursor) {
        return DispatchBuilder.builder(this).subscriberCursor(newCursor).build();
    }
}
