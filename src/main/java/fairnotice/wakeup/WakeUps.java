package fairnotice.wakeup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who on this node is woken for which work. */
@Service
public class WakeUps {

    private final Map<Work, List<Bell>> bells = Arrays.stream(Work.values())
            .collect(Collectors.toMap(Function.identity(), w -> new CopyOnWriteArrayList<>()));

    /** A bell of one's own, rung whenever there may be work of this kind. */
    public Bell bell(Work work) {
        Bell bell = new Bell();
        bells.get(work).add(bell);
        return bell;
    }

    public void ring(Work work) {
        bells.get(work).forEach(Bell::ring);
    }

    /** For when it is not known what was missed. */
    public void ringAll() {
        bells.keySet().forEach(this::ring);
    }
}
