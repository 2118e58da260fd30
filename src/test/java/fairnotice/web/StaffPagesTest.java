package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.access.StaffAccounts;
import fairnotice.access.StaffDirectory;
import fairnotice.access.StaffRequests;
import fairnotice.embedded.Mailbox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The accounts of the staff in pages. Noor (admin) and Amara (operations) are the administrators for all registers. */
class StaffPagesTest extends PageHouse {

    private static final Pattern LINK = Pattern.compile("(/login/password/[A-Za-z0-9_-]+)");
    private static final String PASSWORD = "four words and a stone";

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private StaffRequests requests;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private Mailbox mailbox;

    @Test
    void a_colleague_is_added_by_two_chooses_a_password_and_signs_in() throws Exception {
        noor("/staff").andExpect(says("Lena Hartmann", "Legal (OpsTicket)", "/staff/new"));
        noor("/staff/new").andExpect(says("count once another administrator of all registers has confirmed"));
        noorSends("/staff/new", "name", "", "email", "x", "username", "no ra")
                .andExpect(status().isOk())
                .andExpect(says("Enter an email address such as", "Choose at least one role.", "value=\"no ra\""));
        noorSends("/staff/new", account("legal")).andExpect(says("Somebody has or had this user name"));
        noorSends("/staff/new", account("nora")).andExpect(redirectedUrl("/staff"));

        noor("/staff").andExpect(says("Nora Lind", "to be added", "to be confirmed"));
        noor("/staff/accounts/nora")
                .andExpect(says(
                        "You asked for this; another administrator of all registers must confirm it.", "Take back"))
                .andExpect(saysNot("/confirmation\""));
        noorSends("/staff/accounts/nora/confirmation", "id", id("nora")).andExpect(status().isForbidden());
        amara("/staff/accounts/nora")
                .andExpect(says(
                        "Noor van Dijk (admin) asked for this new account", "Legal (OpsTicket)", "/confirmation\""));
        assertThat(mailbox.to("nora@staff.example.com")).isEmpty();
        amaraSends("/staff/accounts/nora/confirmation", "id", id("nora")).andExpect(redirectedUrl("/staff"));

        await(() -> !mailbox.to("nora@staff.example.com").isEmpty());
        String link = link("nora@staff.example.com");
        noor("/staff/accounts/nora").andExpect(says("no password yet", "Send another link"));
        signIn("nora", PASSWORD).andExpect(redirectedUrl("/login?error"));
        open(link).andExpect(status().isOk()).andExpect(says("You choose the password for nora."));
        pages.perform(post(link).with(csrf()).param("password", PASSWORD).param("again", PASSWORD))
                .andExpect(redirectedUrl("/login?chosen"));
        signIn("nora", PASSWORD).andExpect(redirectedUrl("/inbox"));
        noor("/staff/accounts/nora").andExpect(saysNot("Send another link"));
        noorSends("/staff/accounts/nora/invitation");
        assertThat(mailbox.to("nora@staff.example.com"))
                .as("no link after the first password")
                .hasSize(1);
        noor("/ledger?subject=STAFF-nora")
                .andExpect(says("Asked for by", "A member of staff chose a password.", "A staff account was created."))
                .andExpect(saysNot("email:"));
    }

    private static String[] account(String username) {
        return new String[] {
            "name",
            "Nora Lind",
            "email",
            username + "@staff.example.com",
            "username",
            username,
            "held",
            "LEGAL:opsticket"
        };
    }

    private String link(String address) {
        Matcher link = LINK.matcher(mailbox.to(address).get(0).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void another_address_waits_and_one_role_less_counts() throws Exception {
        hired("otto", Map.of(Role.LEGAL, Scope.ALL, Role.FINANCE, Scope.ALL));
        String[] typed = {"name", "Otto", "email", "otto@new.example", "held", "LEGAL:opsticket", "epoch", epoch("otto")
        };

        noorSends("/staff/accounts/otto", typed).andExpect(redirectedUrl("/staff/accounts/otto"));

        assertThat(accounts.find("otto").orElseThrow().staff().held())
                .isEqualTo(Map.of(Role.LEGAL, Scope.of("opsticket")));
        amara("/staff/accounts/otto").andExpect(says("otto@staff.example.com", "otto@new.example", "Refuse"));
        noorSends("/staff/accounts/otto", typed).andExpect(says("This account was changed in the meantime."));
        noorSends(
                        "/staff/accounts/otto",
                        "name",
                        "Otto",
                        "email",
                        "o@x.example",
                        "held",
                        "LEGAL:nowhere",
                        "epoch",
                        epoch("otto"))
                .andExpect(says("Choose registers from the list."));
        amaraSends("/staff/accounts/otto/refusal", "id", id("otto")).andExpect(redirectedUrl("/staff"));
        assertThat(requests.find("otto")).isEmpty();
        amaraSends("/staff/accounts/otto/refusal", "id", "1").andExpect(redirectedUrl("/staff"));
    }

    @Test
    void whoever_is_deactivated_is_shown_so_and_comes_back_by_two() throws Exception {
        hired("paul", Map.of(Role.LEGAL, Scope.ALL));

        noorSends("/staff/accounts/paul/deactivation").andExpect(redirectedUrl("/staff/accounts/paul"));
        noor("/staff/accounts/paul")
                .andExpect(says("inactive", "since ", "Activate Paul"))
                .andExpect(saysNot("Save changes"));
        noorSends("/staff/accounts/paul/activation").andExpect(redirectedUrl("/staff/accounts/paul"));
        amara("/staff/accounts/paul").andExpect(says("asked on", "to activate this account again"));
        amaraSends("/staff/accounts/paul/confirmation", "id", id("paul"));

        assertThat(accounts.find("paul").orElseThrow().active()).isTrue();
    }

    @Test
    void an_administrator_is_not_offered_the_own_roles() throws Exception {
        noor("/staff/accounts/admin")
                .andExpect(says("Your roles are changed by another administrator."))
                .andExpect(saysNot("type=\"checkbox\""));
        noorSends(
                        "/staff/accounts/admin",
                        "name",
                        "Noor van Dijk",
                        "email",
                        "admin@staff.example.com",
                        "held",
                        "ADMIN",
                        "held",
                        "LEGAL",
                        "epoch",
                        epoch("admin"))
                .andExpect(says("Nobody changes their own roles."));
    }

    @Test
    void whoever_does_not_keep_the_accounts_reaches_no_address() throws Exception {
        hired("quin", Map.of(Role.LEGAL, Scope.ALL));
        List<MockHttpServletRequestBuilder> reading =
                List.of(get("/staff"), get("/staff/accounts/quin"), get("/staff/accounts/quin/deactivation"));
        List<MockHttpServletRequestBuilder> changing = List.of(
                get("/staff/new"),
                post("/staff/new").params(form(account("rosa"))),
                post("/staff/accounts/quin").params(form(account("quin"))).param("epoch", epoch("quin")),
                post("/staff/accounts/quin/deactivation"),
                post("/staff/accounts/quin/activation"),
                post("/staff/accounts/quin/invitation"),
                post("/staff/accounts/quin/confirmation").param("id", "1"),
                post("/staff/accounts/quin/refusal").param("id", "1"));
        Staff ofOne = new Staff("of-one", "O", "o@x.example", Map.of(Role.ADMIN, Scope.of("opsticket")));
        for (MockHttpServletRequestBuilder request : changing) {
            for (Staff who : List.of(staff("legal", Role.LEGAL), staff("auditor", Role.AUDITOR), ofOne)) {
                answer(request, who, 403);
            }
        }
        for (MockHttpServletRequestBuilder request : reading) {
            answer(request, staff("legal", Role.LEGAL), 403);
            answer(request, ofOne, 403);
        }
        answer(get("/staff"), staff("auditor", Role.AUDITOR), 200).andExpect(saysNot("/staff/new"));
        answer(get("/staff/accounts/quin"), staff("auditor", Role.AUDITOR), 200).andExpect(saysNot("Save changes"));
        pages.perform(get("/staff")).andExpect(status().isFound());
        pages.perform(post("/staff/accounts/quin/deactivation")
                        .with(user("admin").roles("ADMIN")))
                .andExpect(status().isForbidden());
        assertThat(accounts.find("quin").orElseThrow().active()).isTrue();
        assertThat(directory.findByUsername("rosa")).isEmpty();
    }

    @Test
    void the_menu_leads_there_whoever_may_read_it() throws Exception {
        for (Staff who : List.of(staff("admin", Role.ADMIN), staff("auditor", Role.AUDITOR))) {
            answer(get("/inbox"), who, 200).andExpect(says("href=\"/staff\""));
        }
        answer(get("/inbox"), staff("legal", Role.LEGAL), 200).andExpect(saysNot("href=\"/staff\""));
        answer(get("/inbox"), new Staff("of-one", "O", "o@x.example", Map.of(Role.ADMIN, Scope.of("opsticket"))), 200)
                .andExpect(saysNot("href=\"/staff\""));
    }

    private static Staff staff(String username, Role role) {
        return new Staff(username, username, username + "@x.example", Set.of(role));
    }

    private static MultiValueMap<String, String> form(String... fields) {
        var form = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form;
    }

    private void hired(String username, Map<Role, Scope> held) {
        String name = username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
        hiring.hire(new Staff(username, name, username + "@staff.example.com", held), "{noop}demo", Actor.SYSTEM);
    }

    private String epoch(String username) {
        return Integer.toString(accounts.find(username).orElseThrow().epoch());
    }

    private String id(String username) {
        return Long.toString(requests.find(username).orElseThrow().id());
    }

    private ResultActions noor(String path) throws Exception {
        return open("admin", path);
    }

    private ResultActions noorSends(String path, String... fields) throws Exception {
        return send("admin", path, fields);
    }

    private ResultActions amara(String path) throws Exception {
        return pages.perform(get(path).with(user("operations").roles("ADMIN")));
    }

    private ResultActions amaraSends(String path, String... fields) throws Exception {
        return pages.perform(post(path)
                .with(csrf())
                .params(form(fields))
                .with(user("operations").roles("ADMIN")));
    }

    private ResultActions answer(MockHttpServletRequestBuilder request, Staff who, int status) throws Exception {
        return pages.perform(
                        request.with(csrf()).with(user(who.username()).authorities(SecurityRoles.authorities(who))))
                .andExpect(status().is(status));
    }

    private ResultActions signIn(String username, String password) throws Exception {
        return pages.perform(
                post("/login").with(csrf()).param("username", username).param("password", password));
    }
}
