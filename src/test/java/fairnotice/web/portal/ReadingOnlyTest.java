package fairnotice.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.inbox.Completion;
import fairnotice.objection.ObjectionState;
import fairnotice.web.Standstill;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A GET never changes anything, and waits for nobody who does: mail scanners follow links. */
class ReadingOnlyTest extends OwnPages {

    @Autowired
    private DataSource database;

    @Test
    void the_pages_behind_a_link_are_read_while_somebody_else_moves_the_case() throws Exception {
        customerWithOrders("only-reader", "R-1");
        String change = announced("Read Only");
        String own = own(change, "only-reader");
        submit(own + "/objection", "step", "file", "grounds", "LOCATION", "text", "Not there");
        String objection = newest(change, "only-reader").reference();
        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, Completion.of("give-up", "We cannot"));
        await(() -> newest(change, "only-reader").state() == ObjectionState.TERMINATION_OFFERED);
        String chosen = "?orders=R-1&lastDay[R-1]=" + LocalDate.now().plusDays(20);

        try (Standstill standstill = Standstill.of(database, List.of(change, objection))) {
            for (String path : List.of("", "/code?action=withdraw", "/termination", "/termination" + chosen)) {
                String page = standstill.read(
                        () -> open(own + path).andReturn().getResponse().getContentAsString());

                assertThat(page).as(path).contains("<main");
            }
        }
    }
}
