package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.SettingUp;
import fairnotice.access.SetupCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The page on which the first administrator is made. */
@SpringBootTest(
        classes = {SecuritySlice.class, SetupPage.class},
        properties = "fairnotice.demo=false")
@AutoConfigureMockMvc
class SetupTest {

    private static final String PASSWORD = "four words and a stone";

    @Autowired
    private MockMvc web;

    @Autowired
    private SettingUp setup;

    @Test
    void the_first_administrator_is_made_signs_in_and_the_page_is_gone() throws Exception {
        setup.open(new SetupCode("7KQF-M2XW-R9TD"));
        web.perform(get("/login")).andExpect(says("Nobody can sign in yet", "/setup"));
        web.perform(get("/setup")).andExpect(status().isOk()).andExpect(says("Set-up code", "At least 12 characters"));
        web.perform(get("/setup").header("Accept-Language", "de")).andExpect(says("Fairnotice einrichten"));

        send("AAAA", PASSWORD)
                .andExpect(says("The set-up code is wrong.", "value=\"Ann Bell\"", "value=\"ann@example.com\""))
                .andExpect(saysNot(PASSWORD));
        send("7KQF-M2XW-R9TD", "too short").andExpect(says("Choose a password of at least 12 characters."));
        send("7kqfm2xwr9td", PASSWORD).andExpect(redirectedUrl("/login?setup"));

        web.perform(get("/login?setup"))
                .andExpect(says("You are the administrator."))
                .andExpect(saysNot("Nobody can sign in yet"));
        web.perform(post("/login").with(csrf()).param("username", "ann").param("password", PASSWORD))
                .andExpect(redirectedUrl("/inbox"));
        web.perform(get("/setup")).andExpect(status().isNotFound());
        send("7KQF-M2XW-R9TD", PASSWORD)
                .andExpect(status().isConflict())
                .andExpect(says("Fairnotice is set up already", "/login"))
                .andExpect(saysNot("name=\"password\""));
    }

    @Test
    void a_form_that_had_expired_comes_back_without_the_password() throws Exception {
        web.perform(post("/setup")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("name", "Ann Bell")
                        .param("password", PASSWORD)
                        .param("again", PASSWORD))
                .andExpect(status().isForbidden())
                .andExpect(says("Ann Bell"))
                .andExpect(saysNot(PASSWORD));
    }

    private ResultActions send(String code, String password) throws Exception {
        return web.perform(post("/setup")
                .with(csrf())
                .param("code", code)
                .param("name", "Ann Bell")
                .param("email", "ann@example.com")
                .param("username", "ann")
                .param("password", password)
                .param("again", password));
    }
}
