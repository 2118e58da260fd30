package fairnotice.refusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Nothing was changed, and this is why: each problem is a sentence for the person who asked; the message is the same in English. */
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

    /** @param key of the sentence, with what is filled in; see {@link Phrase} */
    public static Refused invalid(String field, String key, Object... arguments) {
        return invalid(field, Phrase.of(key, arguments));
    }

    public static Refused invalid(String field, Phrase phrase) {
        return invalid(List.of(new FieldProblem(field, phrase)));
    }

    public static Refused conflict(String key, Object... arguments) {
        return conflict(Phrase.of(key, arguments));
    }

    public static Refused conflict(Phrase phrase) {
        return of(Because.CONFLICT, phrase);
    }

    public static Refused notAllowed(String key, Object... arguments) {
        return notAllowed(Phrase.of(key, arguments));
    }

    public static Refused notAllowed(Phrase phrase) {
        return of(Because.NOT_ALLOWED, phrase);
    }

    public static Refused unknown(String key, Object... arguments) {
        return of(Because.UNKNOWN, Phrase.of(key, arguments));
    }

    private static Refused of(Because because, Phrase phrase) {
        return new Refused(because, List.of(new FieldProblem("", phrase)));
    }

    /** What a rule says against it, asked beforehand; empty when it lets it pass. */
    public static Optional<Phrase> reason(Runnable rule) {
        try {
            rule.run();
            return Optional.empty();
        } catch (Refused refused) {
            return refused.problems().stream().map(FieldProblem::phrase).reduce(Phrase::and);
        }
    }

    public Because because() {
        return because;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
