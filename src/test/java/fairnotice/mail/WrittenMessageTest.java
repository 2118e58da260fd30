package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.refusal.Language;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recipient's server gets to see, read back by an independent parser. */
class WrittenMessageTest extends OnRelay {

    @Test
    void it_says_who_wrote_to_whom_and_that_no_person_did() throws MessagingException {
        MimeMessage message = written("Zoë Ångström", Map.of("customer", "Ørsted"));

        InternetAddress from = (InternetAddress) message.getFrom()[0];
        InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(from.getAddress()).isEqualTo("notices@publisher.example");
        assertThat(from.getPersonal()).isEqualTo("Örtlich & Söhne");
        assertThat(to.getPersonal()).isEqualTo("Zoë Ångström");
        assertThat(message.getSubject()).isEqualTo("A new vendor for Ørsted");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("privacy@publisher.example"));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("List-Id")).containsExactly("<opsticket.fairnotice>");
        assertThat(message.getSentDate()).isEqualTo(java.util.Date.from(MailHouse.LEGAL_NOW));
    }

    @Test
    void names_stand_in_both_parts_and_markup_in_them_is_shown_not_obeyed() throws MessagingException, IOException {
        MimeMessage message = written("<b>Zoë</b> & \"Co\"", Map.of("customer", "<script>alert(1)</script>"));

        assertThat(part(message, 0)).contains("Dear <b>Zoë</b> & \"Co\",");
        assertThat(part(message, 1))
                .contains("Dear &lt;b&gt;Zoë&lt;/b&gt; &amp; &quot;Co&quot; of &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void the_link_carries_the_signed_token() throws MessagingException, IOException {
        MimeMessage message = written("Ann", Map.of("customer", "A"));

        String link = "https://notices.example.com/n/signed-NOTICE-1-10-1";
        assertThat(part(message, 0)).contains("see " + link + "\r\n");
        assertThat(part(message, 1)).contains("href=\"" + link + "\"");
    }

    @Test
    void nothing_filled_in_begins_a_header_of_its_own() throws MessagingException {
        String evil = "x\r\nBcc: all@example.com\r\n\r\nbody\nX: y\u2028Z\u0000";

        MimeMessage message = written("Ann\r\nX-Evil: 1\n\n", Map.of("customer", evil));

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Evil")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).isEqualTo("A new vendor for x Bcc: all@example.com body X: y Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customer ", "Übergrößenträger", "顧客", "Ann\r\nBcc: all@example.com"})
    void a_name_of_any_length_and_script_stays_in_the_subject_and_every_line_short(String part)
            throws MessagingException {
        String name = part.repeat(300 / part.length()).strip();

        MimeMessage message = written("Ann", Map.of("customer", name));

        assertThat(message.getSubject()).isEqualTo("A new vendor for " + name.replaceAll("\\s+", " "));
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("Subject", null).lines())
                .allSatisfy(line -> assertThat(line).isASCII().hasSizeLessThan(500));
    }

    @Test
    void a_field_is_never_looked_into_for_fields() throws MessagingException, IOException {
        MimeMessage message =
                written("{{token}}", Map.of("customer", "{{base}}", "token", "mine", "base", "https://evil.example"));

        assertThat(part(message, 0)).contains("Dear {{token}},").contains("https://notices.example.com/n/signed-");
        assertThat(message.getSubject()).isEqualTo("A new vendor for {{base}}");
    }

    @Test
    void long_lines_dots_and_every_letter_come_through_and_the_wire_stays_plain()
            throws MessagingException, IOException {
        String odd = "\n.\n..dots = and 你好 😀 \t end \n" + "langes Wort ".repeat(500) + "\nFrom here";
        MimeMessage message =
                written("Ann", Map.of("customer", odd), new Email("s", "a{{customer}}b", "<p>{{customer}}</p>"));

        assertThat(part(message, 0)).isEqualTo("a" + odd.replace("\n", "\r\n") + "b");
        assertThat(relay.taken().get(0).raw().lines()).allMatch(line -> line.length() <= 78);
        assertThat(relay.taken().get(0).raw().chars()).allMatch(c -> c < 127);
    }

    @Test
    void a_name_that_looks_encoded_is_shown_as_it_is() throws MessagingException {
        MimeMessage message = written("=?UTF-8?Q?Boss?=", Map.of("customer", "=?UTF-8?Q?=0D=0ABcc:_x?="));

        assertThat(message.getSubject()).contains("=?UTF-8?Q?=0D=0ABcc:_x?=");
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .contains("=?UTF-8?Q?Boss?=");
    }

    @Test
    void a_domain_beyond_ascii_is_written_as_dns_knows_it() {
        long mailing = house.announced(
                MailHouse.letter("a", Kind.CONTRACTUAL), List.of(MailHouse.to("info@bücher.example", 1)));
        send(mailing);

        assertThat(relay.taken().get(0).to()).containsExactly("info@xn--bcher-kva.example");
    }

    @Test
    void the_same_message_has_the_same_id_however_often_it_is_sent_and_no_other_has_it() {
        long mailing = house.announced("a", 6);
        send(mailing);
        house.jdbc.sql("update mail_message set state = 'PENDING'").update();
        house.jdbc.sql("update mail_batch set done_at = null").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> relay.taken().size() == 12);

        assertThat(relay.taken().stream()
                        .map(m -> m.header("Message-ID") + m.to())
                        .distinct())
                .hasSize(6);
        assertThat(relay.taken().stream().map(m -> m.header("Message-ID")).distinct())
                .hasSize(6)
                .allMatch(id -> id.matches("<fn\\.[0-9a-f]{12}\\.[0-9a-z]{1,10}\\.[0-9a-z]{19}@publisher\\.example>"));
    }

    @Test
    void a_contractual_notice_offers_no_way_out_of_the_list() throws MessagingException {
        Link subscription = new Link(LinkPurpose.SUBSCRIPTION, 5, 5, 1);

        MimeMessage message = written(Kind.CONTRACTUAL, subscription);

        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void the_newsletter_can_be_left_with_one_click() throws MessagingException {
        MimeMessage message = written(Kind.NEWSLETTER, new Link(LinkPurpose.SUBSCRIPTION, 5, 5, 1));

        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://notices.example.com/subscriptions/signed-SUBSCRIPTION-5-5-1>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void a_subscription_not_yet_confirmed_has_no_one_click_link_that_could_confirm_it() throws MessagingException {
        MimeMessage message = written(Kind.NEWSLETTER, new Link(LinkPurpose.CONFIRM_SUBSCRIPTION, 5, 5, 1));

        assertThat(message.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void what_is_enclosed_comes_whole_as_files_beside_the_letter() throws MessagingException, IOException {
        byte[] pdf = new byte[5_000];
        new Random(7).nextBytes(pdf);
        byte[] entry =
                "BEGIN:VCALENDAR\r\nSUMMARY:{{name}} – Größe\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        String calendar = "text/calendar; method=PUBLISH; charset=UTF-8";

        MimeMessage message = written(
                "Ann",
                Map.of("customer", "A"),
                new Email("s", "Dear {{name}}", "<p>{{name}}</p>")
                        .enclosing(new Attachment("dates.ics", calendar, entry))
                        .enclosing(new Attachment("statement.pdf", "application/pdf", pdf)));

        assertThat(message.getContentType()).startsWith("multipart/mixed");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        MimeMultipart letter = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        assertThat(letter.getBodyPart(0).getContent()).isEqualTo("Dear Ann");
        assertThat(letter.getBodyPart(1).getContent()).isEqualTo("<p>Ann</p>");
        assertThat(new ContentType(parts.getBodyPart(1).getContentType()).match("text/calendar"))
                .isTrue();
        assertThat(new ContentType(parts.getBodyPart(1).getContentType()).getParameter("method"))
                .isEqualTo("PUBLISH");
        assertFile(parts.getBodyPart(1), "dates.ics", entry);
        assertThat(parts.getBodyPart(2).isMimeType("application/pdf")).isTrue();
        assertFile(parts.getBodyPart(2), "statement.pdf", pdf);
        assertThat(relay.taken().get(0).raw().lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void a_letter_without_html_can_enclose_too() throws MessagingException, IOException {
        MimeMessage message = written(
                "Ann",
                Map.of(),
                new Email("s", "Dear {{name}}", null)
                        .enclosing(new Attachment("empty.pdf", "application/pdf", new byte[0])));

        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Dear Ann");
        assertFile(parts.getBodyPart(1), "empty.pdf", new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement OBJ-2026-0003.pdf",
                "Erklärung für Ørsted.pdf",
                "说明书.pdf",
                "a \"quoted\"; name=x.pdf",
                "=?UTF-8?Q?x?=.pdf",
                "Eine sehr lange Erklärung über die Erstattung der im Voraus bezahlten und nicht verbrauchten Entgelte.pdf"
            })
    void the_name_of_an_enclosure_is_read_by_old_and_new_programs(String name) throws MessagingException, IOException {
        MimeMessage message = written(
                "Ann",
                Map.of(),
                new Email("s", "t", "<p>h</p>").enclosing(new Attachment(name, "application/pdf", new byte[] {1})));

        BodyPart file = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertFile(file, name, new byte[] {1});
        String old = new ContentType(file.getContentType()).getParameter("name");
        assertThat(MimeUtility.decodeText(old).replace("\u200B", "")).isEqualTo(name);
        assertThat(relay.taken().get(0).raw().chars()).allMatch(c -> c < 127);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../x.pdf", "a\\b.pdf", "x\r\nBcc: all@example.com", "x\u2028y"})
    void nothing_is_enclosed_under_a_name_that_is_a_path_or_begins_a_line(String name) {
        assertThatThrownBy(() -> new Attachment(name, "application/pdf", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_enclosed_under_a_type_that_begins_a_line() {
        assertThatThrownBy(() -> new Attachment("x.pdf", "application/pdf\r\nBcc: a@example.com", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mailing_keeps_what_it_encloses_and_opening_it_again_changes_nothing() {
        Email letter = new Email("s", "t", "h");
        long mailing = house.mailings.open(MailHouse.letter(
                "once", Kind.CONTRACTUAL, letter.enclosing(new Attachment("a.pdf", "application/pdf", new byte[] {1
                }))));
        house.mailings.open(MailHouse.letter(
                "once", Kind.CONTRACTUAL, letter.enclosing(new Attachment("b.pdf", "application/pdf", new byte[] {2
                }))));

        assertThat(house.mailings.enclosures(mailing)).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("a.pdf");
            assertThat(kept.content()).containsExactly(1);
        });
    }

    @Test
    void what_goes_out_is_the_letter_in_the_readers_language() throws MessagingException {
        Outgoing to = MailHouse.to("joerg@example.com", 1).in(Language.DE);
        NewMailing spoken = NewMailing.spoken(
                List.of(to),
                () -> MailHouse.letter(
                        "spoken", Kind.CONTRACTUAL, new Email(Language.spoken() + " {{customer}}", "Hello", null)));

        assertThat(written(spoken, to).getSubject()).isEqualTo("DE Customer 1");
    }

    private static void assertFile(BodyPart file, String name, byte[] content) throws MessagingException, IOException {
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getHeader("Content-Transfer-Encoding")).containsExactly("base64");
        assertThat(file.getFileName()).isEqualTo(name);
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(content);
    }

    private MimeMessage written(String name, Map<String, String> fields) throws MessagingException {
        return written(name, fields, MailHouse.letter("x", Kind.CONTRACTUAL).letter());
    }

    private MimeMessage written(String name, Map<String, String> fields, Email letter) throws MessagingException {
        Outgoing to = new Outgoing(1, 10, "ann@example.com", name, fields, MailHouse.link(1));
        return written(MailHouse.letter("a", Kind.CONTRACTUAL, letter), to);
    }

    private MimeMessage written(Kind kind, Link link) throws MessagingException {
        return written(MailHouse.letter("a", kind), new Outgoing(5, 5, "sub@example.com", null, Map.of(), link));
    }

    private MimeMessage written(NewMailing mailing, Outgoing to) throws MessagingException {
        send(house.announced(mailing, List.of(to)));
        byte[] raw = relay.taken().get(0).raw().getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    private void send(long mailing) {
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.mailings.find(mailing).orElseThrow().counts().handedOver() > 0
                        && house.mailings.find(mailing).orElseThrow().counts().pending() == 0);
    }

    private static String part(MimeMessage message, int n) throws MessagingException, IOException {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(n).getContent();
    }
}
