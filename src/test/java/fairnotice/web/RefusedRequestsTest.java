package fairnotice.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.refusal.Refused;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.PostMapping;

class RefusedRequestsTest {

    @Controller
    static class Refusing {

        private final Refused refused;

        Refusing(Refused refused) {
            this.refused = refused;
        }

        @PostMapping("/step")
        void step() {
            throw refused;
        }
    }

    @ControllerAdvice
    static class Advice extends RefusedRequests {

        Advice() {
            super(new Phrases(new StaticMessageSource()));
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Refused.conflict("refused.step.race"), 409),
                Arguments.of(Refused.notAllowed("refused.staff.only"), 403),
                Arguments.of(Refused.unknown("refused.unknown.notice"), 404),
                Arguments.of(Refused.invalid("day", "refused.service.day"), 400));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_that_no_form_shows_is_an_error_page_with_its_sentence(Refused refused, int status) throws Exception {
        MockMvcBuilders.standaloneSetup(new Refusing(refused))
                .setControllerAdvice(new Advice())
                .build()
                .perform(post("/step"))
                .andExpect(status().is(status))
                .andExpect(request().attribute(Unavailable.REASON, refused.getMessage()));
    }
}
