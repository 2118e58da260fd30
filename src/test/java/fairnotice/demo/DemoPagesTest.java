package fairnotice.demo;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.mail.Email;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.process.clock.EngineClock;
import fairnotice.register.Registers;
import fairnotice.web.PageHouse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The pages that only a demonstration has, in every state they can show. */
class DemoPagesTest extends PageHouse {

    @Autowired
    private Mailings mailings;

    @Autowired
    private DemoInbox letterbox;

    @Autowired
    private MovingClock moving;

    @Autowired
    private DemoClock clock;

    @Autowired
    private Registers registers;

    @Autowired
    private ThymeleafViewResolver views;

    @Autowired
    private WebApplicationContext house;

    @Test
    void the_start_page_leads_to_the_lists_to_the_mailbox_and_to_every_member_of_staff() throws Exception {
        String start =
                open("/").andExpect(status().isOk()).andReturn().getResponse().getContentAsString();

        assertThat(start).contains("href=\"/r/opsticket\"", "href=\"/r/securicom\"", "href=\"/mailbox\"");
        assertThat(DemoStaff.ALL)
                .hasSize(10)
                .allSatisfy(member -> assertThat(start)
                        .contains(member.name(), "name=\"username\" value=\"" + member.username() + "\""));
        assertThat(start).doesNotContain("??");
    }

    @Test
    void one_click_signs_in_with_a_session_of_its_own_and_opens_the_inbox() throws Exception {
        open("/").andExpect(says("<input type=\"hidden\" name=\"_csrf\""));

        Cookie first = signedIn();
        Cookie second = signedIn(first);

        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        pages.perform(get("/inbox").cookie(second)).andExpect(says("Signed in as Henry Adeyemi"));
        pages.perform(post("/login").param("username", "auditor").param("password", DemoStaff.PASSWORD))
                .andExpect(status().isForbidden());
    }

    private Cookie signedIn(Cookie... before) throws Exception {
        MockHttpServletRequestBuilder form =
                post("/login").with(csrf()).param("username", "auditor").param("password", DemoStaff.PASSWORD);
        return pages.perform(before.length == 0 ? form : form.cookie(before))
                .andExpect(redirectedUrl("/inbox"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
    }

    @Test
    void the_sign_in_page_shows_the_way_to_the_people_of_the_demonstration() throws Exception {
        open("/login").andExpect(says("Choose a person of the demonstration"));
    }

    @Test
    void the_demo_page_shows_that_no_deadline_lies_ahead() throws Exception {
        EngineClock idle = new EngineClock() {
            @Override
            public void runAhead(Duration ahead) {}

            @Override
            public Optional<Instant> nextDeadline() {
                return Optional.empty();
            }

            @Override
            public boolean isQuiet() {
                return true;
            }
        };

        assertThat(rendered(new DemoPage(moving, clock, idle, registers, null))).contains("none lies ahead");
    }

    private String rendered(DemoPage page) throws Exception {
        ExtendedModelMap model = new ExtendedModelMap();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, house);
        MockHttpServletResponse response = new MockHttpServletResponse();
        views.resolveViewName(page.demo(model), Locale.ENGLISH).render(model, request, response);
        return response.getContentAsString();
    }

    @Test
    void the_demo_page_names_the_next_deadline_and_the_staff() throws Exception {
        open("legal", "/demo").andExpect(status().isOk()).andExpect(says("Next deadline", "Lena Hartmann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox?to=nobody.at.all@customers.example.com",
                "/mailbox?to=nobody.at.all@customers.example.com&kind=STAFF",
                "/mailbox?to=nobody.at.all@customers.example.com&kind=&page=7"
            })
    void a_search_that_finds_nothing_says_so(String path) throws Exception {
        open(path).andExpect(status().isOk()).andExpect(says("No message of this kind"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox/0000000000000000",
                "/mailbox/0000000000000000/html",
                "/mailbox?mailing=0000000000000000"
            })
    void what_was_never_mailed_is_not_there(String path) throws Exception {
        open(path).andExpect(status().isNotFound());
    }

    @Test
    void a_message_without_html_shows_its_words_alone() throws Exception {
        send("plain", "test.notices.fairnotice", new Email("Only words", "Hello", null), "plain@customers.example.com");
        String id = letterbox.to("plain@customers.example.com").get(0).id();

        open("/mailbox/" + id)
                .andExpect(status().isOk())
                .andExpect(says("Hello"))
                .andExpect(saysNot("<iframe"));
        open("/mailbox/" + id + "/html").andExpect(status().isNotFound());
    }

    @Test
    void the_html_of_a_message_stands_before_its_text_and_its_link_before_both() throws Exception {
        String to = "linked@customers.example.com";
        send("linked", "test.notices.fairnotice", new Email("Linked", "See http://localhost/n/abc.", "<p>See</p>"), to);

        String page = open("/mailbox/" + letterbox.to(to).get(0).id())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).containsSubsequence("href=\"http://localhost/n/abc\"", "<iframe", "<pre class=\"letter\">");
    }

    @Test
    void mail_is_told_apart_by_whom_it_is_for() throws Exception {
        String to = "three.kinds@customers.example.com";
        send("kinds-1", "test.notices.fairnotice", new Email("A notice", "Hello", null), to);
        send("kinds-2", "test.objections.fairnotice", new Email("A case", "Hello", null), to);
        send("kinds-3", "test.news.fairnotice", new Email("News", "Hello", null), to);
        send("kinds-4", "test.staff.fairnotice", new Email("For staff", "Hello", null), to);

        assertThat(subjects("/mailbox?to=" + to + "&kind=NOTICE")).containsExactly("A case", "A notice");
        assertThat(subjects("/mailbox?to=" + to + "&kind=NEWSLETTER")).containsExactly("News");
        assertThat(subjects("/mailbox?to=" + to + "&kind=STAFF")).containsExactly("For staff");
        assertThat(subjects("/mailbox?to=" + to)).containsExactly("For staff", "News", "A case", "A notice");
    }

    @Test
    void a_mailing_is_one_line_and_shows_its_messages_on_pages_of_its_own() throws Exception {
        String[] sixty = IntStream.range(0, 60)
                .mapToObj(n -> "reader" + n + "@sixty.example.com")
                .toArray(String[]::new);
        send("sixty", "test.news.fairnotice", new Email("To sixty", "Hello", "<p>Hello</p>"), sixty);

        String list = open("/mailbox?kind=NEWSLETTER")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list).containsOnlyOnce("<summary>To sixty</summary>").contains("60 recipients");
        Matcher all = Pattern.compile("href=\"(/mailbox\\?mailing=[^\"]+)\">All 60 messages")
                .matcher(list);
        assertThat(all.find()).isTrue();
        String mailing = all.group(1).replace("&amp;", "&");

        assertThat(links(mailing)).hasSize(50);
        assertThat(links(mailing + "&page=2")).hasSize(10).doesNotContainAnyElementsOf(links(mailing));
    }

    @Test
    void many_mailings_are_shown_page_by_page() throws Exception {
        String to = "thirty@customers.example.com";
        for (int n = 0; n < 30; n++) {
            send("thirty-" + n, "test.notices.fairnotice", new Email("Letter " + n, "Hello", null), to);
        }

        List<String> first = subjects("/mailbox?to=" + to);
        List<String> second = subjects("/mailbox?to=" + to + "&page=2");

        assertThat(first).hasSize(25).first().isEqualTo("Letter 29");
        assertThat(second).hasSize(5).last().isEqualTo("Letter 0");
        assertThat(subjects("/mailbox?to=" + to + "&page=99")).isEqualTo(second);
    }

    private List<String> subjects(String path) throws Exception {
        return found(path, Pattern.compile("href=\"/mailbox/[0-9a-f]{16}\">([^<]+)<"));
    }

    private List<String> links(String path) throws Exception {
        return found(path, Pattern.compile("href=\"(/mailbox/[0-9a-f]{16})\""));
    }

    private List<String> found(String path, Pattern what) throws Exception {
        String page =
                open(path).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        return what.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private void send(String key, String list, Email letter, String... to) {
        mailings.send(
                new NewMailing(
                        "TEST/pages/" + key,
                        Kind.CONTRACTUAL,
                        "TEST",
                        "Publisher",
                        "notices@publisher.example",
                        "privacy@publisher.example",
                        list,
                        letter),
                IntStream.range(0, to.length)
                        .mapToObj(n -> new Outgoing(n, n, to[n], "Ann", Map.of(), null))
                        .toList());
        for (String address : to) {
            await(() -> letterbox.to(address).stream()
                    .anyMatch(kept -> kept.message().subject().equals(letter.subject())));
        }
    }
}
