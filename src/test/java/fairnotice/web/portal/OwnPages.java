package fairnotice.web.portal;

import static fairnotice.web.FormToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Role;
import fairnotice.access.SignedLinks;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportingCustomers;
import fairnotice.embedded.Mailbox;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.Completion.Refunding;
import fairnotice.inbox.ReadingInbox;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.termination.Payout;
import fairnotice.termination.Terminations;
import fairnotice.web.PageHouse;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Customers behind their signed links. */
abstract class OwnPages extends PageHouse {

    static final Actor FINANCE = new Actor("finance", Set.of(Role.FINANCE));
    static final Actor CFO = new Actor("cfo", Set.of(Role.FINANCE));
    static final Actor THIRD = new Actor("treasurer", Set.of(Role.FINANCE));

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{8})\\s*$");

    @Autowired
    SignedLinks links;

    @Autowired
    ContactTokens contactTokens;

    @Autowired
    Notices notices;

    @Autowired
    Customers customers;

    @Autowired
    Objections objections;

    @Autowired
    ImportingCustomers importing;

    @Autowired
    private ReadingInbox inbox;

    @Autowired
    private CompletingTask completing;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Terminations terminations;

    @Autowired
    private Clock clock;

    /** A customer with a privacy contact, a billing contact without authority, and orders. */
    void customerWithOrders(String id, String... orders) {
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        id,
                        "Customer " + id,
                        "enterprise",
                        List.of(
                                new ImportedContact("Ann of " + id, id + "@customers.example.com", List.of("PRIVACY")),
                                new ImportedContact(
                                        "Bill of " + id, "bill-" + id + "@customers.example.com", List.of("BILLING"))),
                        Arrays.stream(orders).map(OwnPages::order).toList(),
                        null)),
                ADMIN);
    }

    static ImportedOrder order(String id) {
        return new ImportedOrder(
                id,
                "Product of " + id,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2090, 12, 31),
                new BigDecimal("1200.00"),
                "EUR");
    }

    /** The address of a customer's own page. */
    String own(String reference, String customer) {
        return "/n/" + token(notice(reference, customer), LinkPurpose.NOTICE, 0);
    }

    /** The address of the same page for another of its contacts, from 0. */
    String own(String reference, String customer, int contact) {
        Notice notice = notice(reference, customer);
        Contact who = of(notice).contacts().get(contact);
        return "/n/" + links.sign(new Link(LinkPurpose.NOTICE, notice.id(), who.id(), who.epoch()));
    }

    Objection newest(String reference, String customer) {
        return objections
                .newest(reference, of(notice(reference, customer)).id())
                .orElseThrow();
    }

    /** Whatever is due, paid today. */
    Completion paid(String termination) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Completion.of("paid", null)
                .refunding(new Refunding(
                        Map.of(),
                        terminations.getByReference(termination).due().keySet().stream()
                                .map(currency -> new Payout(currency, "BANK-" + termination, today))
                                .toList()));
    }

    /** Legal works the next task of a case, once its process has come to it. */
    void work(String objection, Actor by, Completion completion) {
        await(() -> !inbox.tasksAbout(objection, by).isEmpty());
        completing.complete(inbox.tasksAbout(objection, by).get(0).id(), completion, by);
    }

    /** The newest code that was mailed to an address, once there are as many as said. */
    String code(String address, int codes) {
        await(() -> codes(address).size() >= codes);
        return codes(address).get(0);
    }

    /** The texts of what was mailed to an address and says this, in its subject or its text, the newest first. */
    List<String> mails(String address, String words) {
        return mailbox.to(address).stream()
                .filter(mail -> mail.subject().contains(words) || mail.text().contains(words))
                .map(mail -> mail.text())
                .toList();
    }

    /** Until when the newest code that was mailed to an address is said to be valid. */
    String endOfCode(String address) {
        Matcher until = Pattern.compile("Valid until (.+ \\([A-Za-z/_]+\\))\\.")
                .matcher(mails(address, "asked for this code, to confirm the step")
                        .get(0));
        assertThat(until.find()).isTrue();
        return until.group(1);
    }

    private List<String> codes(String address) {
        return mailbox.to(address).stream()
                .filter(mail -> mail.text().contains("asked for this code, to confirm the step"))
                .map(mail -> CODE.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    /** @param fields names and values, one after the other */
    ResultActions submit(String path, String... fields) throws Exception {
        return pages.perform(filled(post(path).with(csrf()), fields));
    }

    /** Where a form has led to. */
    ResultActions shown(ResultActions sent) throws Exception {
        String address =
                sent.andExpect(status().isFound()).andReturn().getResponse().getRedirectedUrl();
        return pages.perform(get(URI.create(address)));
    }

    ResultActions sendFiles(String path, List<MockMultipartFile> files, String... fields) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(path);
        files.forEach(request::file);
        request.with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(request);
    }

    private static MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    Notice notice(String reference, String customer) {
        return notices.page(reference, 1, 0, 100).stream()
                .filter(notice -> of(notice).externalId().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    Customer of(Notice notice) {
        return customers.find(notice.customer()).orElseThrow();
    }

    Contact contact(Notice notice) {
        return of(notice).contacts().get(0);
    }

    String token(Notice notice, LinkPurpose purpose, int laterEpochs) {
        Contact contact = contact(notice);
        return links.sign(new Link(purpose, notice.id(), contact.id(), contact.epoch() + laterEpochs));
    }
}
