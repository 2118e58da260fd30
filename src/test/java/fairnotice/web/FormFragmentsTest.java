package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

class FormFragmentsTest {

    record Form(
            String name,
            String email,
            LocalDate goLiveAt,
            String reason,
            String kind,
            String choice,
            boolean material) {}

    private static final String MARKUP = "<b>Acme</b>";

    @Test
    void a_form_without_errors_shows_labels_hints_and_no_summary() {
        String page = render(new BeanPropertyBindingResult(filled(), "form"));

        assertThat(page)
                .contains("<label for=\"name\">", "id=\"name-hint\"", "As in the contract")
                .contains("type=\"email\"", "type=\"date\"", "value=\"2026-07-02\"")
                .contains("value=\"&lt;b&gt;Acme&lt;/b&gt;\"")
                .contains("<option value=\"ADD\" selected=\"selected\">Add one</option>")
                .doesNotContain("error-summary", MARKUP);
        assertThat(page).containsPattern("<input type=\"radio\"[^>]*value=\"REMOVE\"[^>]*checked=\"checked\"");
        assertThat(page).containsPattern("type=\"checkbox\"[^>]*checked=\"checked\"");
    }

    @Test
    void an_error_stands_beside_its_field_and_in_the_summary_that_takes_the_focus() {
        BindingResult errors = new BeanPropertyBindingResult(filled(), "form");
        errors.rejectValue("name", "x", "Say who you are.");
        errors.rejectValue("choice", "x", "Choose one.");
        errors.reject("x", "The two do not go together.");

        String page = render(errors);

        assertThat(page)
                .contains("class=\"error-summary\" role=\"alert\" tabindex=\"-1\" autofocus")
                .contains("<a href=\"#name\">Say who you are.</a>", "<a href=\"#choice\">Choose one.</a>")
                .contains("<span>The two do not go together.</span>")
                .contains("id=\"name-error\">Say who you are.</small>", "<fieldset class=\"field\" id=\"choice\"");
        assertThat(page)
                .containsPattern(
                        "<input[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"name-hint name-error\"[^>]*id=\"name\"");
        assertThat(page.split("aria-invalid", -1)).hasSize(2);
    }

    private static Form filled() {
        return new Form(MARKUP, "a@example.org", LocalDate.of(2026, 7, 2), "Because", "ADD", "REMOVE", true);
    }

    private static String render(BindingResult form) {
        StringBuilder page = new StringBuilder();
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        WebMvcAutoConfiguration.class,
                        ThymeleafAutoConfiguration.class,
                        MessageSourceAutoConfiguration.class))
                .withBean(Dates.class)
                .withPropertyValues("spring.messages.basename=messages/common")
                .run(context -> {
                    Map<String, String> options = new LinkedHashMap<>();
                    options.put("ADD", "Add one");
                    options.put("REMOVE", "Remove one");
                    Map<String, Object> model = new LinkedHashMap<>(form.getModel());
                    model.put("options", options);
                    MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext());
                    request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
                    MockHttpServletResponse response = new MockHttpServletResponse();
                    context.getBean(ThymeleafViewResolver.class)
                            .resolveViewName("test/form", Locale.ENGLISH)
                            .render(model, request, response);
                    page.append(response.getContentAsString());
                });
        return page.toString();
    }
}
