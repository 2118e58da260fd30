package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.objection.Objections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of an objection on OpsTicket's register. */
class ObjectionStoryTest extends Story {

    private static final String REGISTER = StoryRegister.OBJECTION.id();

    @Autowired
    private Objections objections;

    @BeforeEach
    void two_customers() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact("ann@one.example.com", "PRIVACY")),
                customer("two", "enterprise", contact("bob@two.example.com", "PRIVACY")));
    }

    private String announced(String vendor) {
        String change = add(REGISTER, vendor, Map.of());
        approve("counsel", change);
        return change;
    }

    @Test
    void an_objection_that_nobody_answers_lapses_by_timers_alone() {
        String change = announced("Lapseline");
        String objection = file(change, "ann@one.example.com");
        assertThat(recipients(objection, "is filed")).containsExactly("ann@one.example.com");
        complete("counsel", objection, Map.of("outcome", "admit", "comment", "Has a point"));
        complete(
                "counsel",
                objection,
                Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "The data stay in the EU"));
        assertThat(recipients(objection, "an offer")).containsExactly("ann@one.example.com");
        advance("P31D");
        assertThat(objections.named(objection).state().name()).isEqualTo("TERMINATION_OFFERED");
        onlyWhoIsSilentWasReminded(change);
        advance("P31D");
        assertThat(objections.named(objection).state().name()).isEqualTo("LAPSED");
        settle();
        theLedgerIsWhole();
    }

    /** Reminders go out on the 7th and the 21st day; the window to object closes on the 15th. */
    private void onlyWhoIsSilentWasReminded(String change) {
        assertThat(recipients(change, "reminder")).containsExactly("bob@two.example.com");
        assertThat(mails(change, "reminder"))
                .extracting(mail -> mail.get("text").asText())
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains("You may object until the end of", "Object to the change:"),
                        second -> assertThat(second)
                                .contains("The last day to object was", "is kept, marked late, and decided")
                                .doesNotContain("You may object until"));
    }
}
