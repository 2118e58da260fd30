package fairnotice.access;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fairnotice.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes a step that may be refused, or several at once. */
public final class Trying {

    private Trying() {}

    /** Field and key of each problem; none when it was done. */
    public static List<String> refused(Runnable step) {
        Refused refused = catchThrowableOfType(Refused.class, step::run);
        return refused == null
                ? List.of()
                : refused.problems().stream()
                        .map(problem ->
                                (problem.field() + " " + problem.phrase().key()).strip())
                        .toList();
    }

    public static <T> List<T> atOnce(List<Callable<T>> steps) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : crowd.invokeAll(steps)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            crowd.shutdownNow();
        }
    }
}
