package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.attack.Fuzz;
import fairnotice.attack.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What nobody would type, in every form and operation of one change: it is answered, and never with the server's own failure. */
class FuzzStoryTest extends Story {

    private static final String REGISTER = StoryRegister.FUZZ.id();

    @Test
    void no_form_and_no_operation_fails_whatever_it_is_sent() {
        customers(REGISTER, customer("one", "enterprise", contact("ann@fuzz-one.example.com", "PRIVACY")));
        String change = add(REGISTER, "Fuzzed", Map.of());
        approve("counsel", change);
        String own = noticeLink(change, "ann@fuzz-one.example.com");
        String objection = file(change, "ann@fuzz-one.example.com");
        String beginning = change.substring(0, change.indexOf('-'));
        Predicate<String> mine = path ->
                List.of("/" + REGISTER, beginning, own, objection).stream().anyMatch(path::contains);

        Fuzz fuzz = new Fuzz(true);
        fuzz.pages(Visitor.of(base()), List.of("/r/" + REGISTER, "/r/" + REGISTER + "/changes/" + change, own), mine);
        fuzz.pages(
                Visitor.signedIn(base(), "legal", "demo"),
                List.of(
                        "/changes/" + change,
                        "/changes/new?register=" + REGISTER + "&kind=ADD",
                        "/objections/" + objection,
                        "/login"),
                mine);
        fuzz.operations(
                Visitor.of(base()),
                Map.of("register", REGISTER, "reference", change),
                "Bearer " + issued("admin"),
                path -> !path.startsWith("/api/v1/demo"));

        assertThat(fuzz.failures()).isEmpty();
        assertThat(fuzz.forms()).isGreaterThan(30);
        assertThat(fuzz.addresses()).isGreaterThan(15);
    }
}
