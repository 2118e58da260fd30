package fairnotice.web.workspace.register;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.calendar.Period;
import fairnotice.change.Proposal;
import fairnotice.change.ProposingChange;
import fairnotice.register.ChangeKind;
import fairnotice.register.DraftingRegister;
import fairnotice.register.RegisterActivity;
import fairnotice.register.RegisterDocuments;
import fairnotice.register.RegisterDraft;
import fairnotice.register.RegisterDraft.Content;
import fairnotice.register.RegisterFile;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import fairnotice.register.TypedPromise;
import fairnotice.web.PageHouse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Registers in pages. Noor (admin) is an administrator of all registers. */
class RegisterPagesTest extends PageHouse {

    private static final Actor NOOR = new Actor("admin", Set.of(Role.ADMIN));

    @Autowired
    private DraftingRegister drafting;

    @Autowired
    private RegisterDocuments documents;

    @Autowired
    private ProposingChange proposing;

    @Autowired
    private RegisterActivity activity;

    @Autowired
    private Registers registers;

    @Autowired
    private RegisterVersions versions;

    @Test
    void a_list_of_a_spreadsheet_is_published_as_it_stands() throws Exception {
        long draft = drafting.begin(Content.blank(), NOOR);
        String at = "/registers/new/" + draft;

        noor(draft, at + "/settings", "name", "Nuts", "id", "opsticket", "sender", "news at nuts")
                .andExpect(says("Please state the title of the list.", "value=\"news at nuts\""));
        noor(draft, at + "/settings", settings("nuts")).andExpect(redirectedUrl(at + "/list"));
        pasted(draft, "Anbieter;Zweck;Land\r\nMüller & Söhne;=1+1;Österreich\r\n\"Müller & Söhne\";;\r\n")
                .andExpect(redirectedUrl(at + "/table"));
        open("admin", at + "/table").andExpect(says("Column 1: Anbieter", "The table has 2 rows."));
        noor(draft, at + "/table", "heading", "true", "fields", "NAME", "fields", "PURPOSE", "fields", "LOCATION")
                .andExpect(says("Row 3: &quot;Müller &amp; Söhne&quot; is listed twice, first in row 2."));
        assertThat(draft(draft).entries()).isEmpty();
        pasted(draft, "Anbieter;Zweck;Land\r\nMüller & Söhne;=1+1;Österreich\r\n");
        noor(draft, at + "/table", "heading", "true", "fields", "NAME", "fields", "PURPOSE", "fields", "LOCATION")
                .andExpect(redirectedUrl(at + "/list"));
        noor(draft, at + "/promise/template", "template", "NOTICE_30_OBJECT_15_REFUND")
                .andExpect(redirectedUrl(at + "/promise"));
        open("admin", at + "/check").andExpect(says("Please state the contract clause."));
        open("admin", at + "/promise").andExpect(says("30 days"));
        published(draft, at, "nuts");

        assertThat(versions.current("nuts").entries()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Müller & Söhne");
            assertThat(entry.purpose()).isEqualTo("=1+1");
            assertThat(entry.dataCategories()).isNull();
        });
        open("/r/nuts").andExpect(says("Müller &amp; Söhne", "not stated"));
    }

    private void published(long draft, String at, String id) throws Exception {
        RegisterDraft known = drafting.draft(draft, NOOR);
        drafting.save(
                draft,
                known.epoch(),
                known.content()
                        .with(TypedPromise.of(registers.getById("opsticket").policy())),
                NOOR);
        open("admin", at + "/check").andExpect(says("Publish version 1", "At least 30 days"));
        noor(draft, at + "/check").andExpect(redirectedUrl("/registers/" + id));
    }

    @Test
    void a_register_that_was_exported_is_taken_in_again() throws Exception {
        String exported = open("legal", "/registers/securicom/file")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(exported).contains("OpenAI (or comparable LLM provider)");

        RegisterFile read = documents.read("mine.yml", exported.getBytes(StandardCharsets.UTF_8));
        long draft = drafting.begin(Content.of(read), NOOR);

        open("admin", "/registers/new/" + draft + "/check")
                .andExpect(says("Securicom has this address already.", "DigitalOcean", "within 30 days"));
    }

    @Test
    void a_promise_is_saved_once_its_difference_was_shown() throws Exception {
        long draft = drafting.begin(Content.blank(), NOOR);
        String at = "/registers/new/" + draft;
        noor(draft, at + "/settings", settings("oak"));
        published(draft, at, "oak");
        String[] typed = promise("25 days");

        String shown = send("admin", "/registers/oak/promise", with(typed, "epoch", "1", "next", "save"))
                .andExpect(says("An objection is in time within 25 days.", "Save as version 2"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(registers.getById("oak").policy().version()).isEqualTo(1);
        assertThat(shown.split("<del>")).as("differences").hasSize(2);
        String digest = shown.replaceAll("(?s).*name=\"shown\" value=\"([^\"]+)\".*", "$1");

        send("admin", "/registers/oak/promise", with(promise("26 days"), "epoch", "1", "next", "save", "shown", digest))
                .andExpect(says("within 26 days"));
        send("admin", "/registers/oak/promise", with(typed, "epoch", "1", "next", "save", "shown", digest))
                .andExpect(redirectedUrl("/registers/oak"));

        assertThat(registers.getById("oak").policy().version()).isEqualTo(2);
        assertThat(registers.getById("oak").policy().objection().period()).isEqualTo(Period.days(25));
        open("legal", "/registers/oak/history").andExpect(says("Version 2", "within 15 days", "within 25 days"));
    }

    @Test
    void nothing_is_proposed_in_an_archived_register_and_nobody_subscribes() throws Exception {
        long draft = drafting.begin(Content.blank(), NOOR);
        noor(draft, "/registers/new/" + draft + "/settings", settings("elm"));
        published(draft, "/registers/new/" + draft, "elm");

        send("admin", "/registers/elm/steps/archive").andExpect(redirectedUrl("/registers/elm"));

        open("/r/elm").andExpect(says("This list is archived since")).andExpect(saysNot("/r/elm/subscribe"));
        send("visitor", "/r/elm/subscribe", "email", "eve@elm.example").andExpect(says("nothing to subscribe to"));
        assertThatThrownBy(() -> proposing.propose("elm", uncategorised(), LEGAL))
                .hasMessageContaining("This register is archived.");
        send("admin", "/registers/elm/steps/return");
        assertThat(proposing.propose("elm", uncategorised(), LEGAL).reference()).startsWith("ELM-");
        send("admin", "/registers/elm/steps/archive")
                .andExpect(flash().attribute("sentence", containsString("is not over")));
    }

    @Test
    void a_place_in_a_list_that_no_form_has_is_refused() throws Exception {
        String at = "/registers/new/" + drafting.begin(Content.blank(), NOOR);

        send("admin", at + "/settings", "categories[99999].title", "x").andExpect(status().isBadRequest());
        send("admin", at + "/settings", "categories[abc].title", "x").andExpect(status().isBadRequest());
        send("admin", at + "/promise", "roles[99999]", "x").andExpect(status().isBadRequest());
        send("admin", at + "/settings", "epoch", "1", "categories[2].title", "x")
                .andExpect(says("state the title of the list"));
    }

    private static Proposal uncategorised() {
        return new Proposal(
                ChangeKind.ADD,
                null,
                true,
                true,
                false,
                null,
                "We need it",
                vendor("Acme", "Bonn").under(null));
    }

    @Test
    void a_register_whose_customers_were_told_is_known_as_such() {
        announced("Told Of");

        assertThat(activity.hasAnnounced("opsticket")).isTrue();
        assertThat(activity.isUnderWay("opsticket")).isTrue();
        assertThat(activity.hasAnnounced("securicom")).isFalse();
    }

    @Test
    void whoever_keeps_no_registers_reaches_no_address() throws Exception {
        long draft = drafting.begin(Content.blank(), NOOR);

        for (String path : new String[] {
            "/registers/new", "/registers/new/" + draft + "/settings", "/registers/new/" + draft + "/check"
        }) {
            open("legal", path).andExpect(status().isForbidden());
            open("auditor", path).andExpect(status().isForbidden());
        }
        open("legal", "/registers/opsticket/promise").andExpect(status().isForbidden());
        send("legal", "/registers/opsticket/steps/takeover").andExpect(status().isForbidden());
        send("legal", "/registers/opsticket/steps/archive").andExpect(status().isForbidden());
        send("legal", "/registers/new").andExpect(status().isForbidden());
        open("admin", "/registers/new/999999/settings").andExpect(status().isNotFound());
        open("admin", "/registers/new/" + draft + "/list/7").andExpect(status().isNotFound());
        open("admin", "/registers").andExpect(says("Add a register"));
        open("legal", "/registers").andExpect(saysNot("Add a register"));
    }

    /** What a browser sends of the form of opsticket's promise. */
    private String[] promise(String objection) {
        return new String[] {
            "clause",
            "DPA §05",
            "zone",
            "UTC",
            "language",
            "EN",
            "notice",
            "30 days",
            "noticeFrom",
            "SENT",
            "noticeFor",
            "ADD",
            "noticeFor",
            "REPLACE",
            "noticeFor",
            "MODIFY",
            "objection",
            objection,
            "groundsRequired",
            "true",
            "told",
            "enterprise",
            "mayObject",
            "enterprise, recruiter",
            "roles",
            "PRIVACY",
            "otherwise",
            "LEGAL",
            "otherwise",
            "OWNER",
            "subscribers",
            "true",
            "remedy",
            "TERMINATE_ORDER_WITH_REFUND",
            "electWithin",
            "30 days",
            "atLatest",
            "90 days",
            "answerWithin",
            "10 days",
            "contestWithin",
            "10 days",
            "cureWithin",
            "30 days",
            "cures",
            "EXPLANATION",
            "cures",
            "SAFEGUARD",
            "cures",
            "EXEMPTION",
            "cures",
            "WITHDRAWAL",
            "authority",
            "OWNER",
            "authority",
            "LEGAL",
            "authority",
            "PRIVACY",
            "remindBefore",
            "3 days",
            "settlementEscalateAfter",
            "5 days",
            "reminders",
            "7 days, 21 days",
            "reachWithin",
            "14 days",
            "reviewWithin",
            "5 days",
            "escalateAfter",
            "10 days",
            "tellInEffect",
            "true"
        };
    }

    private ResultActions noor(long draft, String path, String... fields) throws Exception {
        return send(
                "admin",
                path,
                with(
                        fields,
                        "epoch",
                        Integer.toString(drafting.draft(draft, NOOR).epoch())));
    }

    private ResultActions pasted(long draft, String text) throws Exception {
        return noor(draft, "/registers/new/" + draft + "/list", "table", text);
    }

    private Content draft(long id) {
        return drafting.draft(id, NOOR).content();
    }

    private static String[] settings(String id) {
        return new String[] {
            "name",
            "Nuts",
            "id",
            id,
            "prefix",
            id.toUpperCase(Locale.ROOT),
            "title",
            "Vendors",
            "style",
            "CARDS",
            "sender",
            "news@nuts.example",
            "replyTo",
            "legal@nuts.example",
            "accent",
            "#112233"
        };
    }

    private static String[] with(String[] fields, String... more) {
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }
}
