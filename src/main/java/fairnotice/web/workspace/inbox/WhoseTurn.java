package fairnotice.web.workspace.inbox;

import fairnotice.inbox.ReadingInbox;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who may act next in a case, by name, or whom it waits for. */
@Component
public class WhoseTurn {

    /** @param who names, or a sentence that says whom it waits for */
    record Turn(String step, String who, boolean waits) {}

    private final People people;
    private final Phrases phrases;

    WhoseTurn(People people, Phrases phrases) {
        this.people = people;
        this.phrases = phrases;
    }

    public void fill(List<ReadingInbox.Whose> open, Model model) {
        List<Turn> turns = open.stream().map(this::turn).toList();
        model.addAttribute("turns", turns);
    }

    private Turn turn(ReadingInbox.Whose whose) {
        String names = whose.people().stream().map(people::named).collect(Collectors.joining(", "));
        boolean waits = whose.vacancy() != null;
        return new Turn(whose.task().kind().label(), waits ? phrases.said(whose.vacancy()) : names, waits);
    }
}
