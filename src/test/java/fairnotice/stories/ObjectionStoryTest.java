package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.objection.Filed;
import fairnotice.objection.FilingObjection;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objections;
import fairnotice.objection.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of an objection on OpsTicket's register. */
class ObjectionStoryTest extends Story {

    @Autowired
    private FilingObjection filing;

    @Autowired
    private Objections objections;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void two_customers() {
        customers(
                "opsticket",
                customer("one", "enterprise", contact("ann@one.example.com", "PRIVACY")),
                customer("two", "enterprise", contact("bob@two.example.com", "PRIVACY")));
    }

    private String announced(String vendor) {
        String change = add("opsticket", vendor, Map.of());
        approve("counsel", change);
        return change;
    }

    private Filed file(String change, String email) {
        Map<String, Object> row = jdbc.sql("""
                        select n.id as notice, c.id as contact from notice n join contact c on c.customer = n.customer
                         where n.reference = :change and c.email = :email""")
                .param("change", change)
                .param("email", email)
                .query()
                .singleRow();
        Filed filed = filing.file(
                (Long) row.get("notice"),
                (Long) row.get("contact"),
                new Statement(Grounds.LOCATION, "Not there", Set.of(), List.of()));
        settle();
        return filed;
    }

    @Test
    void an_objection_that_nobody_answers_lapses_by_timers_alone() {
        String change = announced("Lapseline");
        String objection = file(change, "ann@one.example.com").objection().reference();
        assertThat(recipients(objection, "is filed")).containsExactly("ann@one.example.com");
        complete("counsel", objection, Map.of("outcome", "admit", "comment", "Has a point"));
        complete(
                "counsel",
                objection,
                Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "The data stay in the EU"));
        assertThat(recipients(objection, "an offer")).containsExactly("ann@one.example.com");
        advance("P31D");
        assertThat(objections.named(objection).state().name()).isEqualTo("TERMINATION_OFFERED");
        advance("P31D");
        assertThat(objections.named(objection).state().name()).isEqualTo("LAPSED");
        settle();
        theLedgerIsWhole();
    }
}
