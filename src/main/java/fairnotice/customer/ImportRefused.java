package fairnotice.customer;

import fairnotice.refusal.Phrase;
import java.util.List;
import java.util.stream.Collectors;

/** An import that was refused as a whole: nothing was changed. Names every row and field that is wrong. */
public class ImportRefused extends RuntimeException {

    private static final int SHOWN = 5;
    private final transient List<Problem> problems;

    ImportRefused(List<Problem> problems) {
        super(problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining(" "))
                + (problems.size() > SHOWN
                        ? " "
                                + Phrase.of("refused.import.and-more", problems.size() - SHOWN)
                                        .english()
                        : ""));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param row of the import, from 1
     * @param field as the import names it: {@code orders[2].currency}
     * @param phrase what is wrong with it, and what would be right
     */
    public record Problem(int row, String field, Phrase phrase) {
        @Override
        public String toString() {
            return Phrase.of("refused.import.row", row, field, phrase).english();
        }
    }
}
