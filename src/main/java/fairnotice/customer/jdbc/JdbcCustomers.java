package fairnotice.customer.jdbc;

import static fairnotice.sql.Columns.instant;
import static fairnotice.sql.Columns.texts;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.calendar.Period;
import fairnotice.customer.Contact;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.EndedLine;
import fairnotice.customer.EndedLines;
import fairnotice.customer.Entitlement;
import fairnotice.customer.Order;
import fairnotice.customer.Terms;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.refusal.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads customers whole: one query for the customers, one for all their contacts, one for all their orders. */
@Repository
class JdbcCustomers implements Customers {

    private static final String CUSTOMER = """
            select id, register, external_id, name, plan, since, notice_period, objection_period, expedited_allowed, terms_clause,
                   shown_changes, revision,
                   (select entitlement from customer_unconfirmed u where u.customer = customer.id) as earlier
            from customer
            """;

    private final JdbcClient jdbc;
    private final UnconfirmedChanges unconfirmed;
    private final EndedLines endedLines;

    JdbcCustomers(JdbcClient jdbc, UnconfirmedChanges unconfirmed, EndedLines endedLines) {
        this.endedLines = endedLines;
        this.jdbc = jdbc;
        this.unconfirmed = unconfirmed;
    }

    @Override
    public List<Customer> page(String register, long after, int limit) {
        return whole(
                jdbc.sql(CUSTOMER + "where register = :register and revision > :after order by revision limit :limit")
                        .param("register", register)
                        .param("after", after)
                        .param("limit", limit)
                        .query(JdbcCustomers::customer)
                        .list());
    }

    @Override
    public Optional<Customer> find(long id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public Optional<Customer> inCases(long id) {
        return find(id).map(now ->
                unconfirmed.of(id).map(change -> change.before(now, ended(now))).orElse(now));
    }

    private List<EndedLine> ended(Customer customer) {
        String id = customer.externalId();
        return endedLines.of(customer.register(), List.of(id)).getOrDefault(id, List.of());
    }

    @Override
    public Map<Long, Customer> withOrdersInCases(Collection<Long> ids) {
        return withOrdersInCases(byIds(ids), unconfirmed.of(ids));
    }

    private Map<Long, Customer> withOrdersInCases(Map<Long, Customer> found, Map<Long, UnconfirmedChange> changed) {
        Map<Long, Customer> counted = new LinkedHashMap<>(found);
        found.values().stream()
                .filter(now ->
                        changed.containsKey(now.id()) && changed.get(now.id()).isOfOrders())
                .collect(Collectors.groupingBy(Customer::register))
                .forEach((register, its) -> {
                    Map<String, List<EndedLine>> ended = endedLines.of(
                            register, its.stream().map(Customer::externalId).toList());
                    its.forEach(now -> counted.put(
                            now.id(),
                            changed.get(now.id())
                                    .andEarlierOrders(now, ended.getOrDefault(now.externalId(), List.of()))));
                });
        return counted;
    }

    @Override
    public Optional<Customer> writtenToInCases(long id) {
        return Optional.ofNullable(writtenToInCases(List.of(id)).get(id));
    }

    @Override
    public Map<Long, Customer> writtenToInCases(Collection<Long> ids) {
        Map<Long, UnconfirmedChange> changed = unconfirmed.of(ids);
        Map<Long, Customer> found = withOrdersInCases(byIds(ids), changed);
        changed.forEach((id, change) -> found.computeIfPresent(id, (same, now) -> change.withEarlierContacts(now)));
        return found;
    }

    @Override
    public List<Customer> findByExternalIds(String register, Collection<String> externalIds) {
        return whole(jdbc.sql(CUSTOMER + "where register = :register and external_id = any(:externalIds)")
                .param("register", register)
                .param("externalIds", externalIds.toArray(String[]::new))
                .query(JdbcCustomers::customer)
                .list());
    }

    @Override
    public Optional<Customer> find(String register, String externalId) {
        if (externalId.indexOf('\0') >= 0) {
            return Optional.empty(); // no text of the database holds it
        }
        return whole(jdbc.sql(CUSTOMER + "where register = :register and external_id = :externalId")
                        .param("register", register)
                        .param("externalId", externalId)
                        .query(JdbcCustomers::customer)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public List<Customer> withContact(String register, String email) {
        return whole(jdbc.sql(CUSTOMER + """
                        where register = :register
                          and id in (select customer from contact where lower(email) = lower(:email)) order by id limit 10""")
                .param("register", register)
                .param("email", email)
                .query(JdbcCustomers::customer)
                .list());
    }

    @Override
    public List<Customer> candidates(String register, String domain, String name, int limit) {
        return whole(jdbc.sql(CUSTOMER + """
                        where register = :register
                          and (position(lower(:name::text) in lower(name)) > 0
                               or id in (select customer from contact where lower(split_part(email, '@', 2)) = lower(:domain::text)))
                        order by position(lower(:name::text) in lower(name)) > 0 desc, name, id limit :limit""")
                .param("register", register)
                .param("name", name)
                .param("domain", domain)
                .param("limit", limit)
                .query(JdbcCustomers::customer)
                .list());
    }

    @Override
    public Map<Long, Customer> byIds(Collection<Long> ids) {
        List<Customer> found = jdbc.sql(CUSTOMER + "where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query(JdbcCustomers::customer)
                .list();
        Map<Long, Customer> byId = new LinkedHashMap<>();
        whole(found).forEach(customer -> byId.put(customer.id(), customer));
        return byId;
    }

    @Override
    public long newestRevision(String register) {
        return jdbc.sql("select coalesce(max(revision), 0) from customer where register = :register")
                .param("register", register)
                .query(Long.class)
                .single();
    }

    @Override
    public long count(String register) {
        return jdbc.sql("select count(*) from customer where register = :register")
                .param("register", register)
                .query(Long.class)
                .single();
    }

    private List<Customer> whole(List<Customer> customers) {
        Long[] ids = customers.stream().map(Customer::id).toArray(Long[]::new);
        if (ids.length == 0) {
            return List.of();
        }
        Map<Long, List<Contact>> contacts = contacts(ids);
        Map<Long, List<Order>> orders = orders(ids);
        return customers.stream()
                .map(bare -> bare.with(
                        contacts.getOrDefault(bare.id(), List.of()), orders.getOrDefault(bare.id(), List.of())))
                .toList();
    }

    @Override
    public List<Contact> contacts(long customer) {
        return contacts(new Long[] {customer}).getOrDefault(customer, List.of());
    }

    private Map<Long, List<Contact>> contacts(Long[] customers) {
        Map<Long, List<Contact>> byCustomer = new HashMap<>();
        jdbc.sql("""
                        select customer, id, name, email, roles, epoch, language
                        from contact where customer = any(:customers) order by customer, position
                        """).param("customers", customers).query(row -> {
            of(byCustomer, row.getLong("customer")).add(contact(row));
        });
        return byCustomer;
    }

    private Map<Long, List<Order>> orders(Long[] customers) {
        Map<Long, List<Order>> byCustomer = new HashMap<>();
        jdbc.sql("""
                        select o.customer, external_id, product, begins, ends, prepaid, currency, lines,
                               ended_lines, last_days, ended_by
                        from customer_order o
                        left join (select customer, order_id, array_agg(line_id order by line_id) as ended_lines,
                                          array_agg(last_day::text order by line_id) as last_days,
                                          array_agg(ended_by order by line_id) as ended_by
                                   from ended_line where customer = any(:customers) group by customer, order_id) e
                            on e.customer = o.customer and e.order_id = o.external_id
                        where o.customer = any(:customers) order by o.customer, position
                        """).param("customers", customers).query(row -> {
            of(byCustomer, row.getLong("customer")).add(order(row));
        });
        return byCustomer;
    }

    private static <T> List<T> of(Map<Long, List<T>> byCustomer, long customer) {
        return byCustomer.computeIfAbsent(customer, first -> new ArrayList<>());
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        Terms terms = new Terms(
                period(row.getString("notice_period")),
                period(row.getString("objection_period")),
                row.getObject("expedited_allowed", Boolean.class),
                row.getString("terms_clause"));
        Instant since = instant(row, "since");
        return new Customer(
                row.getLong("id"),
                row.getString("register"),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("plan"),
                List.of(),
                List.of(),
                terms,
                Set.copyOf(texts(row, "shown_changes")),
                since,
                LinesJson.readAny(row.getString("earlier"), new TypeReference<Entitlement>() {}),
                row.getLong("revision"));
    }

    private static Period period(String written) {
        return written == null ? null : Period.parse(written);
    }

    private static Contact contact(ResultSet row) throws SQLException {
        Set<ContactRole> roles = EnumSet.noneOf(ContactRole.class);
        texts(row, "roles").stream().map(ContactRole::valueOf).forEach(roles::add);
        return new Contact(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                roles,
                row.getInt("epoch"),
                Language.known(row.getString("language")).orElse(Language.EN));
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getString("external_id"),
                row.getString("product"),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getBigDecimal("prepaid"),
                row.getString("currency"),
                LinesJson.read(row.getString("lines")),
                ended(row));
    }

    private static List<EndedLine> ended(ResultSet row) throws SQLException {
        List<String> lines = texts(row, "ended_lines");
        List<String> lastDays = texts(row, "last_days");
        List<String> by = texts(row, "ended_by");
        String order = row.getString("external_id");
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new EndedLine(order, lines.get(i), LocalDate.parse(lastDays.get(i)), by.get(i)))
                .toList();
    }
}
