package fairnotice.notice;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.mail.Outgoing;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a letter says to one customer alone, as fields that are merged in at hand-over. */
final class PersonalFields {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private PersonalFields() {}

    /**
     * @param dates as they stand, or as they will stand when the message is handed over today
     * @param goLive the day of use wished for or postponed to
     * @param on the day of the message, in the register's zone
     */
    static Outgoing message(
            long notice,
            Customer customer,
            Contact contact,
            boolean mayObject,
            NoticeDates dates,
            Optional<LocalDate> goLive,
            LocalDate on) {
        Map<String, String> fields = Map.of(
                "customer", customer.name(),
                "noticeDate", day(on),
                "noticeEnds", day(dates.noticeEnds().lastDay()),
                "earliestUse", day(dates.earliestUse(goLive)),
                "zone", dates.noticeEnds().zone().getId(),
                "objectionsClose",
                        mayObject ? day(dates.objectionsClose().lastDay()) : "your agreement gives no right to object",
                "objecting",
                        mayObject
                                ? objecting(dates)
                                : "Your agreement gives no right to object; questions are welcome, by answering this message.",
                "noticeExplanation", dates.noticeEnds().explanation(),
                "objectionExplanation", mayObject ? dates.objectionsClose().explanation() : "");
        return new Outgoing(
                notice,
                contact.id(),
                contact.email(),
                contact.name(),
                fields,
                new Link(LinkPurpose.NOTICE, notice, contact.id(), contact.epoch()));
    }

    private static String objecting(NoticeDates dates) {
        return "You may object until the end of " + day(dates.objectionsClose().lastDay()) + " ("
                + dates.objectionsClose().zone().getId()
                + "), by answering this message with your reasons: answers are read.";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
