package fairnotice.web.workspace.history;

import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.Order;
import fairnotice.ledger.Recorded;
import fairnotice.mail.Mailing;
import fairnotice.mail.MessageCounts;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The names behind the ids of customers, contacts and notices in some entries: one query for all customers, and one for all notices. */
final class HistoryNames {

    private static final Pattern OF_CUSTOMER = Pattern.compile("customer:(\\d{1,18}).*");
    private static final Pattern IDS = Pattern.compile("\\d{1,18}");

    /** More than that many are counted. */
    private static final int NAMED = 20;

    private final Map<Long, Customer> customers;
    private final Map<Long, Notice> notices;
    private final Map<String, MessageCounts> mailings;

    HistoryNames(Map<Long, Customer> customers, Map<Long, Notice> notices, Map<String, MessageCounts> mailings) {
        this.customers = customers;
        this.notices = notices;
        this.mailings = mailings;
    }

    /** @param mailings those that the entries may speak of */
    static HistoryNames of(List<Recorded> entries, Customers customers, Notices notices, List<Mailing> mailings) {
        Map<Long, Notice> found = notices
                .byIds(entries.stream()
                        .flatMap(entry -> Stream.of(entry.content().get("notice"), leftOutNotices(entry)))
                        .flatMapToLong(HistoryNames::ids)
                        .boxed()
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Notice::id, Function.identity()));
        LongStream named = entries.stream()
                .flatMap(entry -> Stream.of(
                        entry.content().get("customer"), customerOf(entry.actor()), customerOf(entry.subject())))
                .flatMapToLong(HistoryNames::ids);
        Set<Long> all = LongStream.concat(named, found.values().stream().mapToLong(Notice::customer))
                .boxed()
                .collect(Collectors.toSet());
        return new HistoryNames(
                customers.byIds(all),
                found,
                mailings.stream().collect(Collectors.toMap(each -> Long.toString(each.id()), Mailing::counts)));
    }

    /** What has become of a mailing's messages by now. */
    Optional<MessageCounts> mailing(String id) {
        return Optional.ofNullable(mailings.get(id));
    }

    Optional<Customer> known(long customer) {
        return Optional.ofNullable(customers.get(customer));
    }

    String customer(String id) {
        return ids(id).mapToObj(this::customer).findFirst().orElse(id);
    }

    String customerOfNotice(String id) {
        return ids(id).mapToObj(this::customerOfNotice).findFirst().orElse(id);
    }

    /** A contact of one of the customers that these entries speak of. */
    String contact(String id) {
        return contactIfKnown(id).orElse("#" + id);
    }

    /** The currency that an order of the only customer these entries speak of has now. */
    Optional<String> currency(String order) {
        return customers.values().stream()
                .flatMap(customer -> customer.orders().stream())
                .filter(each -> each.externalId().equals(order))
                .map(Order::currency)
                .findFirst();
    }

    Optional<String> contactIfKnown(String id) {
        return customers.values().stream()
                .flatMap(customer -> customer.contacts().stream())
                .filter(contact -> Long.toString(contact.id()).equals(id))
                .map(Contact::name)
                .findFirst();
    }

    /** @param value how many, or the ids of their notices as a list */
    String leftOut(String value) {
        if (!value.startsWith("[")) {
            return value;
        }
        List<Long> ids = ids(value).boxed().toList();
        return ids.size() > NAMED
                ? Integer.toString(ids.size())
                : ids.stream().map(this::customerOfNotice).collect(Collectors.joining(", "));
    }

    private String customer(long id) {
        return customers.containsKey(id) ? customers.get(id).name() : "#" + id;
    }

    private String customerOfNotice(long id) {
        return notices.containsKey(id) ? customer(notices.get(id).customer()) : "#" + id;
    }

    private static String leftOutNotices(Recorded entry) {
        String leftOut = entry.content().get("leftOut");
        return leftOut != null && leftOut.startsWith("[") ? leftOut : null;
    }

    private static String customerOf(String actor) {
        Matcher customer = OF_CUSTOMER.matcher(actor);
        return customer.matches() ? customer.group(1) : null;
    }

    private static LongStream ids(String text) {
        return text == null
                ? LongStream.empty()
                : IDS.matcher(text).results().mapToLong(id -> Long.parseLong(id.group()));
    }
}
