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

/** What a letter says to one customer alone, as fields that are merged in at hand-over. */
final class PersonalFields {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private PersonalFields() {}

    /** @param dates as they stand, or as they will stand when the message is handed over today */
    static Outgoing message(
            long notice, Customer customer, Contact contact, boolean mayObject, NoticeDates dates, LocalDate goLive) {
        LocalDate use = goLive == null || goLive.isBefore(dates.earliestUse()) ? dates.earliestUse() : goLive;
        return new Outgoing(
                notice,
                contact.id(),
                contact.email(),
                contact.name(),
                Map.of(
                        "contact", contact.name(),
                        "customer", customer.name(),
                        "noticeEnds", day(dates.noticeEnds().lastDay()),
                        "earliestUse", day(use),
                        "zone", dates.noticeEnds().zone().getId(),
                        "objectionsClose",
                                mayObject ? day(dates.objectionsClose().lastDay()) : "not part of your agreement",
                        "noticeExplanation", dates.noticeEnds().explanation(),
                        "objectionExplanation",
                                mayObject ? dates.objectionsClose().explanation() : ""),
                new Link(LinkPurpose.NOTICE, notice, contact.id(), contact.epoch()));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
