package fairnotice.notice;

import fairnotice.calendar.CalendarEntries;
import fairnotice.calendar.CalendarEntry;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.publisher.PublicAddress;
import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A customer's own last days as a calendar entry; taken again after they moved, it replaces the one taken before. */
@Service
public class NoticeEntry {

    private static final Phrase EXEMPTED = Phrase.of("said.day.exempted");

    private final ReadingStanding standing;
    private final Notices notices;
    private final CalendarEntries entries;
    private final PublicAddress address;
    private final Clock clock;

    NoticeEntry(
            ReadingStanding standing, Notices notices, CalendarEntries entries, PublicAddress address, Clock clock) {
        this.standing = standing;
        this.notices = notices;
        this.entries = entries;
        this.address = address;
        this.clock = clock;
    }

    /**
     * The use of the vendor as its customer's page tells it.
     *
     * @param keptAway what keeps the change from the customer, so that the end of its notice changes nothing; null for nothing
     * @param history when it was in effect for the customer, and is; null when it never was
     */
    public record Use(String keptAway, String history) {

        public static final Use NONE = new Use(null, null);

        private String after(String first) {
            return history == null ? first : first + "\n\n" + history;
        }
    }

    /**
     * What its customer may take into its calendar. What no longer matters is cancelled: all of it once the notice does not count any more or
     * its customer has left, and while none runs, since nobody has been reached; and the last day to object once its window is closed.
     *
     * @param closed whether something has closed its window to object, see {@link ReadingWindows}
     * @param exempted whether an exemption was agreed with it; where that outlasts the notice, the end of the notice changes nothing for it
     * @param agreed more last days that were agreed with this customer; they go on where a later notice has replaced this one
     * @param use what keeps the change from the customer, and when it was in effect for it
     */
    public List<CalendarEntry.Day> days(
            Notice notice,
            VendorChange change,
            boolean closed,
            boolean exempted,
            List<CalendarEntry.Day> agreed,
            Use use) {
        NoticeStanding stands = standing.of(notice, change);
        NoticeDates dates = stands.dates();
        boolean past = stands.start() == null || !stands.state().counts() || !notice.isBoundAt(clock.instant());
        List<CalendarEntry.Day> days = new ArrayList<>();
        if (notice.mayObject()) {
            days.add(new CalendarEntry.Day(
                            "objection", Phrase.of("said.day.objection").said(), dates.objectionsClose())
                    .cancelledIf(closed));
        }
        CalendarEntry.Day notified =
                new CalendarEntry.Day("notice", Phrase.of("said.day.notice").said(), dates.noticeEnds());
        if (exempted && outlasts(agreed, dates.noticeEnds())) {
            notified = notified.silent(use.after(EXEMPTED.said()));
        } else if (use.keptAway() != null) {
            notified = notified.silent(use.after(use.keptAway()));
        } else if (stands.state() == NoticeStanding.State.FOR_OTHERS) {
            notified = notified.noted(forOthers(change, stands.allowedFrom(), dates.noticeEnds()));
        } else {
            notified = notified.noted(use.history());
        }
        days.add(notified);
        boolean replaced = stands.state() == NoticeStanding.State.SUPERSEDED;
        return Stream.concat(
                        days.stream().map(day -> day.cancelledIf(past)),
                        agreed.stream().map(day -> day.cancelledIf(past && !replaced)))
                .toList();
    }

    /** Whether one of these days still lies ahead. */
    public boolean isAnyAhead(List<CalendarEntry.Day> days) {
        Instant now = clock.instant();
        return days.stream().anyMatch(day -> !day.cancelled() && !day.deadline().isOverAt(now));
    }

    /**
     * @param path of the customer's page: {@code /n/…}
     * @return an iCalendar file, in UTF-8
     */
    public byte[] write(Notice notice, VendorChange change, List<CalendarEntry.Day> days, String path) {
        return entries.write(List.of(entry(notice, change, days, address.base() + path)));
    }

    /** The same of some of its days, to go with a mail: it leads to no page, since each contact has a link of its own. */
    public CalendarEntry entry(Notice notice, VendorChange change, List<CalendarEntry.Day> days) {
        return entry(notice, change, days, null);
    }

    private CalendarEntry entry(Notice notice, VendorChange change, List<CalendarEntry.Day> days, String url) {
        String vendor = change.proposal().subprocessor().name();
        return new CalendarEntry(
                notices.calendarId(notice.id()) + "@"
                        + URI.create(address.base()).getHost(),
                vendor + " (" + notice.reference() + ")",
                Phrase.of("said.day.of-notice", notice.reference(), vendor).said(),
                url,
                days,
                clock.instant());
    }

    private static String forOthers(VendorChange change, LocalDate from, Deadline notice) {
        boolean modified = change.proposal().kind() == ChangeKind.MODIFY;
        return Phrase.of(
                        modified ? "said.day.for-others.MODIFY" : "said.day.for-others",
                        from,
                        notice.zone().getId())
                .said();
    }

    private static boolean outlasts(List<CalendarEntry.Day> agreed, Deadline notice) {
        return agreed.stream()
                .filter(day -> !day.cancelled())
                .noneMatch(day -> day.deadline().endsAt().isBefore(notice.endsAt()));
    }
}
