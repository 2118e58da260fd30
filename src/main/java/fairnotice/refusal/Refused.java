package fairnotice.refusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Nothing was changed, and this is why: every message is a sentence for the person who asked. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in general; an API answers each with its own status. */
    public enum Because {
        /** What was handed in cannot be used as it is. */
        INVALID,
        /** It does not fit where the thing stands by now. */
        CONFLICT,
        /** Not for this person. */
        NOT_ALLOWED,
        /** There is no such thing. */
        UNKNOWN
    }

    private final Because because;
    private final transient List<FieldProblem> problems;

    private Refused(Because because, List<FieldProblem> problems) {
        super(problems.stream().map(FieldProblem::sentence).collect(Collectors.joining(" ")));
        this.because = because;
        this.problems = List.copyOf(problems);
    }

    /** @param problems at least one */
    public static Refused invalid(List<FieldProblem> problems) {
        return new Refused(Because.INVALID, problems);
    }

    public static Refused invalid(String field, String sentence) {
        return invalid(List.of(new FieldProblem(field, sentence)));
    }

    public static Refused conflict(String sentence) {
        return new Refused(Because.CONFLICT, List.of(new FieldProblem("", sentence)));
    }

    public static Refused notAllowed(String sentence) {
        return new Refused(Because.NOT_ALLOWED, List.of(new FieldProblem("", sentence)));
    }

    public static Refused unknown(String sentence) {
        return new Refused(Because.UNKNOWN, List.of(new FieldProblem("", sentence)));
    }

    /** What a rule says against it, asked beforehand; empty when it lets it pass. */
    public static Optional<String> sentence(Runnable rule) {
        try {
            rule.run();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.getMessage());
        }
    }

    public Because because() {
        return because;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
