package fairnotice.web;

import static fairnotice.web.PageText.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What stands behind the question mark of an address is read kindly, and refused with a sentence where it cannot be read. */
class QueryParametersTest extends PageHouse {

    private static final List<String> NONSENSE =
            List.of("abc", "XYZ", "-1", "0", "99999999999", "1.5", "\u0000", "'", "a b");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void a_change_can_be_proposed_from_the_list_of_all_changes() throws Exception {
        String list = open("legal", "/changes").andReturn().getResponse().getContentAsString();

        assertThat(list).contains("href=\"/changes/new\"");
        open("legal", "/changes/new").andExpect(status().isOk());
    }

    @Test
    void a_blank_register_or_kind_is_one_that_was_not_given() throws Exception {
        open("legal", "/changes/new?register=").andExpect(status().isOk()).andExpect(says("Which list"));
        open("legal", "/changes/new?register").andExpect(status().isOk()).andExpect(says("Which list"));
        open("legal", "/changes/new?register=opsticket&kind=")
                .andExpect(status().isOk())
                .andExpect(says("Propose a change of OpsTicket"));
        open("legal", "/customers?register=").andExpect(status().isOk());
    }

    @Test
    void a_parameter_left_blank_counts_as_not_given() throws Exception {
        List<Asked> optional = asked().filter(each -> !each.required()).toList();

        assertThat(optional).hasSizeGreaterThan(15);
        for (Asked each : optional) {
            int without = answer(each.path());
            assertThat(answer(each.path() + "?" + each.name() + "="))
                    .as("%s", each)
                    .isEqualTo(without);
        }
    }

    @Test
    void nonsense_is_never_an_error_of_ours() throws Exception {
        List<String> failed = new ArrayList<>();

        for (Asked each : asked().toList()) {
            for (String value : NONSENSE) {
                String path = each.path() + "?" + each.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                if (answer(path) >= 500) {
                    failed.add(path);
                }
            }
        }

        assertThat(failed).isEmpty();
    }

    private int answer(String path) throws Exception {
        return pages.perform(get(URI.create(path)).with(user("admin").roles("ADMIN")))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** A query parameter that some address takes. */
    private record Asked(String path, String name, boolean required) {}

    private Stream<Asked> asked() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> asked(each.getKey(), each.getValue()));
    }

    private static Stream<Asked> asked(RequestMappingInfo info, HandlerMethod method) {
        String path = info.getPatternValues().iterator().next().replace("{register}", "opsticket");
        return Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> !path.contains("{"))
                .map(parameter -> new Asked(path, name(parameter), isRequired(parameter)));
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String name = parameter.getParameterAnnotation(RequestParam.class).name();
        return name.isEmpty() ? parameter.getParameterName() : name;
    }

    private static boolean isRequired(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        return asked.required() && asked.defaultValue().startsWith("\n\t");
    }
}
