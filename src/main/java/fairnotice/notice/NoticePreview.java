package fairnotice.notice;

import java.time.Instant;
import java.util.List;

/**
 * What would happen if a change were announced at a given time.
 *
 * @param bindingDate the first day of use all clocks together allow, or that was wished for when it is later: the start of that day in the
 *     register's zone; for an expedited change, which is in use first, the moment of the announcement
 * @param told customers that would be written to
 * @param onPageOnly customers that may object though no mail is owed to them
 * @param subscribers who would get the newsletter copy
 * @param notices the first of the notices, those with the longest clocks first
 */
public record NoticePreview(
        Instant bindingDate,
        long told,
        long onPageOnly,
        long withoutContact,
        long subscribers,
        List<ForeseenNotice> notices) {

    /** One notice that would be given. */
    public record ForeseenNotice(
            String customer, boolean told, boolean mayObject, List<String> addresses, NoticeDates dates) {}
}
