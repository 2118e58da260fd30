package fairnotice.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Scope;
import fairnotice.access.SignedLinks;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outcome;
import fairnotice.refusal.Language;
import fairnotice.subscription.SubscriptionRooms.MovedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = SubscriptionRooms.class,
        properties = "spring.messages.basename=messages/common,messages/site,messages/mail,messages/subscription",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SubscriptionTests {

    private static final String SUBSCRIBE = "/r/opsticket/subscribe";

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    int port;

    @Autowired
    MovedClock clock;

    @Autowired
    Mailings mailings;

    @Autowired
    SignedLinks links;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyYet() {
        jdbc.sql(
                        "truncate subscription, mailing, mail_enclosure, mail_translation, mail_batch, mail_message, mail_deferred, mail_late, mail_hold, limit_use")
                .update();
    }

    @Test
    void whoever_asks_is_on_the_list_only_after_confirming() throws Exception {
        assertThat(post(SUBSCRIBE, "email=ann%40example.com").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/r/opsticket/subscribe/asked"));
        assertThat(subscribers.count("opsticket")).isZero();
        String link = "/subscriptions/" + token(LinkPurpose.CONFIRM_SUBSCRIPTION, asked());

        assertThat(get(link).body()).contains("Yes, subscribe me");
        assertThat(subscribers.count("opsticket"))
                .as("reading the page confirms nothing")
                .isZero();
        assertThat(post(link, "do=confirm").statusCode()).isEqualTo(302);

        assertThat(get(link).body()).contains("You are subscribed");
        assertThat(subscribers.page("opsticket", 0, 10))
                .extracting(Subscriber::email)
                .containsExactly("ann@example.com");
        assertThat(ledger.about("subscriber:" + asked().party()))
                .extracting(Recorded::kind)
                .containsExactly("subscription.confirmed");
    }

    @Test
    void the_letter_says_whose_list_it_is_and_carries_the_link() throws Exception {
        post(SUBSCRIBE, "email=ann%40example.com");

        Mailing mailing = mailings.recent(Scope.ALL, 1).get(0);
        assertThat(mailing.letter().subject()).contains("OpsTicket: please confirm");
        assertThat(mailing.letter().text()).contains("{{base}}/subscriptions/{{token}}", "7 days");
        assertThat(mailing.letter().html()).contains("{{base}}/subscriptions/{{token}}");
        assertThat(mailing.sealedAt()).isNotNull();
    }

    @Test
    void whoever_asks_on_a_german_page_is_written_to_in_german() throws Exception {
        send(request(SUBSCRIBE)
                .header("Accept-Language", "de-DE,de;q=0.9")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("email=ann%40example.com")));
        assertThat(asked().language()).isEqualTo(Language.DE);
        post("/subscriptions/" + token(LinkPurpose.CONFIRM_SUBSCRIPTION, asked()), "do=confirm");

        assertThat(subscribers.page("opsticket", 0, 10))
                .extracting(Subscriber::language)
                .containsExactly(Language.DE);
    }

    @Test
    void asking_for_a_known_address_answers_the_same_and_sends_nothing() throws Exception {
        String unknown = answer(post(SUBSCRIBE, "email=ann%40example.com"));
        post("/subscriptions/" + token(LinkPurpose.CONFIRM_SUBSCRIPTION, asked()), "do=confirm");

        String known = answer(post(SUBSCRIBE, "email=ANN%40Example.com"));

        assertThat(known).isEqualTo(unknown);
        assertThat(mailings.recent(Scope.ALL, 10)).hasSize(1);
        assertThat(subscribers.count("opsticket")).isEqualTo(1);
    }

    @Test
    void no_mailbox_is_filled_by_the_form() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post(SUBSCRIBE, "email=ann%40example.com").statusCode()).isEqualTo(302);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(mailings.recent(Scope.ALL, 10)).hasSize(3);

        clock.advance(Duration.ofHours(24));
        jdbc.sql("truncate limit_use").update();
        post(SUBSCRIBE, "email=ann%40example.com");

        assertThat(mailings.recent(Scope.ALL, 10)).hasSize(4);
    }

    @Test
    void the_sixth_letter_to_one_mailbox_is_refused_whoever_it_is() throws Exception {
        subscribed();
        for (int i = 0; i < 4; i++) {
            post(SUBSCRIBE, "email=a.n.n%2B" + i + "%40example.com");
            post(SUBSCRIBE, "email=bob%2B" + i + "%40example.com");
        }
        post(SUBSCRIBE, "email=bob%40example.com");

        String known = post(SUBSCRIBE, "email=ann%40example.com").body();
        String unknown = post(SUBSCRIBE, "email=bob%40example.com").body();

        assertThat(known).contains("Too many confirmation emails were requested", "try again in 5 hours.");
        assertThat(unknown.replace("bob@", "ann@")).isEqualTo(known);
        assertThat(mailings.recent(Scope.ALL, 20)).hasSize(10);
    }

    @Test
    void one_client_has_twenty_strangers_mailed() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(post(SUBSCRIBE, "email=s" + i + "%40example.com").statusCode())
                    .isEqualTo(302);
        }

        HttpResponse<String> refused = send(request(SUBSCRIBE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "198.51.100.7")
                .POST(HttpRequest.BodyPublishers.ofString("email=s20%40example.com")));

        assertThat(refused.body()).contains("try again in 3 minutes.");
        assertThat(mailings.recent(Scope.ALL, 30)).hasSize(20);
    }

    @Test
    void a_mail_program_leaves_with_one_click_and_twice_is_once() throws Exception {
        Subscriber ann = subscribed();
        String link = "/subscriptions/" + token(LinkPurpose.SUBSCRIPTION, ann);

        HttpResponse<String> left = post(link, "List-Unsubscribe=One-Click");

        assertThat(left.statusCode()).as("mail programs follow no redirect").isEqualTo(200);
        assertThat(post(link, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(subscribers.count("opsticket")).isZero();
        assertThat(ledger.about("subscriber:" + ann.id()))
                .extracting(Recorded::kind)
                .containsExactly("subscription.confirmed", "subscription.left");
    }

    @Test
    void a_person_leaves_by_a_button() throws Exception {
        String link = "/subscriptions/" + token(LinkPurpose.SUBSCRIPTION, subscribed());

        assertThat(get(link).body()).contains("Yes, leave the list");
        assertThat(subscribers.count("opsticket"))
                .as("reading the page leaves nothing")
                .isEqualTo(1);
        post(link, "do=leave");

        assertThat(get(link).body()).contains("You have left the list");
        assertThat(subscribers.count("opsticket")).isZero();
    }

    @Test
    void an_old_confirmation_brings_nobody_back_but_asking_again_does() throws Exception {
        post(SUBSCRIBE, "email=ann%40example.com");
        String first = "/subscriptions/" + token(LinkPurpose.CONFIRM_SUBSCRIPTION, asked());
        post(first, "do=confirm");
        post(
                "/subscriptions/"
                        + token(
                                LinkPurpose.SUBSCRIPTION,
                                subscribers.page("opsticket", 0, 1).get(0)),
                "do=leave");

        assertThat(post(first, "do=confirm").statusCode()).isEqualTo(404);
        assertThat(get(first).body()).contains("This link no longer works");
        assertThat(subscribers.count("opsticket")).isZero();

        post(SUBSCRIBE, "email=ann%40example.com");
        Link again = new Link(LinkPurpose.CONFIRM_SUBSCRIPTION, asked().party(), asked().party(), 1);
        post("/subscriptions/" + links.sign(again), "do=confirm");
        assertThat(subscribers.count("opsticket")).isEqualTo(1);
    }

    @Test
    void a_confirmation_is_good_for_seven_days() throws Exception {
        post(SUBSCRIBE, "email=ann%40example.com");
        String link = "/subscriptions/" + token(LinkPurpose.CONFIRM_SUBSCRIPTION, asked());

        clock.advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(get(link).body()).contains("This link no longer works");
        assertThat(post(link, "do=confirm").statusCode()).isEqualTo(404);
        assertThat(subscribers.count("opsticket")).isZero();
    }

    @Test
    void a_link_to_leave_cannot_confirm_and_a_strange_one_can_do_nothing() throws Exception {
        post(SUBSCRIBE, "email=ann%40example.com");
        String leaves = "/subscriptions/" + token(LinkPurpose.SUBSCRIPTION, asked());
        String notice = "/subscriptions/" + token(LinkPurpose.NOTICE, asked());

        assertThat(post(leaves, "do=confirm").statusCode()).isEqualTo(404);
        assertThat(get(notice).statusCode()).isEqualTo(404);
        assertThat(post(notice, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(404);
        assertThat(get("/subscriptions/%3Cscript%3E").statusCode()).isIn(400, 404);
        assertThat(subscribers.count("opsticket")).isZero();
    }

    @Test
    void what_is_no_address_is_refused_beside_its_field_and_shown_escaped() throws Exception {
        HttpResponse<String> refused = post(SUBSCRIBE, "email=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("Please give an email address such as name@example.com.", "aria-invalid=\"true\"")
                .doesNotContain("<script>alert");
        assertThat(post(SUBSCRIBE, "").body()).contains("Please give an email address such as");
        assertThat(mailings.recent(Scope.ALL, 1)).isEmpty();
    }

    @Test
    void a_register_without_a_public_list_has_no_form() throws Exception {
        assertThat(get(SUBSCRIBE).body()).contains("Subscribe to updates");
        assertThat(get("/r/securicom/subscribe").statusCode()).isEqualTo(404);
        assertThat(post("/r/securicom/subscribe", "email=ann%40example.com").statusCode())
                .isEqualTo(404);
    }

    private Subscriber subscribed() throws Exception {
        post(SUBSCRIBE, "email=ann%40example.com");
        post("/subscriptions/" + token(LinkPurpose.CONFIRM_SUBSCRIPTION, asked()), "do=confirm");
        return subscribers.page("opsticket", 0, 1).get(0);
    }

    /** The message of the newest letter. */
    private Outcome asked() {
        return mailings.messages(mailings.recent(Scope.ALL, 1).get(0).id(), 0, 1)
                .get(0);
    }

    private String token(LinkPurpose purpose, Outcome message) {
        return links.sign(new Link(purpose, message.party(), message.contact(), 0));
    }

    private String token(LinkPurpose purpose, Subscriber subscriber) {
        return links.sign(new Link(purpose, subscriber.id(), subscriber.id(), subscriber.epoch()));
    }

    private static String answer(HttpResponse<String> response) {
        return response.statusCode() + response.headers().firstValue("Location").orElse("") + response.body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
