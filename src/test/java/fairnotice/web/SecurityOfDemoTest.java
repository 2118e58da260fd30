package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = SecuritySlice.class, properties = "fairnotice.demo=true")
@AutoConfigureMockMvc
class SecurityOfDemoTest {

    @Autowired
    MockMvc web;

    @BeforeAll
    static void hire(@Autowired CreatingStaffAccount hiring, @Autowired PasswordEncoder encoder) {
        String password = encoder.encode("demo");
        for (String username : new String[] {"finance", "cfo", "clerk"}) {
            hiring.hire(new Staff(username, "Fin", "fin@example.com", Set.of(Role.FINANCE)), password, Actor.SYSTEM);
        }
    }

    @Test
    void the_mailbox_is_open() throws Exception {
        web.perform(get("/mailbox")).andExpect(status().isOk());
        web.perform(get("/api/v1/demo/mailbox?to=a@example.com")).andExpect(status().isOk());
        web.perform(post("/api/v1/demo/clock")).andExpect(status().isUnauthorized());
    }

    @Test
    void the_api_takes_a_demo_user_s_password() throws Exception {
        web.perform(post("/api/v1/whoami").with(httpBasic("finance", "demo")))
                .andExpect(content().string("finance[FINANCE]"));
    }

    @Test
    void a_wrong_password_is_refused_and_too_many_have_to_wait() throws Exception {
        for (int n = 0; n < 10; n++) {
            web.perform(get("/api/v1/tasks").with(httpBasic("cfo", "wrong")))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().stringValues(
                                    "WWW-Authenticate",
                                    "Bearer realm=\"Fairnotice\", error=\"invalid_token\"",
                                    "Basic realm=\"Fairnotice\""))
                    .andExpect(jsonPath("$.detail").value(startsWith("What was sent is wrong")));
        }

        web.perform(get("/api/v1/tasks").with(httpBasic("cfo", "demo")).with(request -> {
                    request.setRemoteAddr("192.0.2.9");
                    return request;
                }))
                .andExpect(status().isOk());
        web.perform(get("/api/v1/tasks").with(httpBasic("cfo", "demo")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", matchesPattern("[123]?[0-9]")));
    }

    @Test
    void strangers_who_guess_from_elsewhere_keep_nobody_out_who_knew_the_password_where_it_is_known() throws Exception {
        assertThat(answered("clerk", "demo", "192.0.2.20")).isEqualTo(200);
        int n = 0;
        while (answered("clerk", "wrong", "198.51.100." + n / 5) != 429) {
            n++;
        }

        assertThat(answered("clerk", "demo", "192.0.2.21"))
                .as("a client that is not known")
                .isEqualTo(429);
        assertThat(answered("clerk", "demo", "192.0.2.20")).as("the same again").isEqualTo(200);
        assertThat(answered("clerk", "wrong", "192.0.2.20"))
                .as("by a limit of its own")
                .isEqualTo(401);
        assertThat(answered("clerk", "demo", "192.0.2.20")).isEqualTo(200);
    }

    private int answered(String user, String password, String from) throws Exception {
        return web.perform(get("/api/v1/tasks").with(httpBasic(user, password)).with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                }))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
