package fairnotice.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** All that work in the background of this node, and all that they have set aside: what health and staff are shown. */
@Service
public class Workers {

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final List<Setbacks> setbacks = new CopyOnWriteArrayList<>();

    /** Starts one, whose owner ends it. */
    public Worker start(String name, Worker.Turn turn) {
        return start(name, turn, PAUSES);
    }

    /** @param pauses after turns that failed */
    public Worker start(String name, Worker.Turn turn, Backoff pauses) {
        workers.removeIf(before -> before.isEnded() && !before.isAlive());
        Worker worker = new Worker(name, turn, pauses);
        workers.add(worker);
        worker.begin();
        return worker;
    }

    /** @param work what is done with the items, for people: "begin objection" */
    public Setbacks setbacks(String work, Backoff backoff) {
        Setbacks of = new Setbacks(work, backoff);
        setbacks.add(of);
        return of;
    }

    /** @param work what is done with the items, for people: "begin objection" */
    public Setbacks setbacks(String work) {
        return setbacks(work, new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5)));
    }

    /** A setback with the whole sentence of what failed: "begin the case of OBJ-2026-0003". */
    public record Waiting(String sentence, Setback setback) {}

    /** Workers that failed in their last turn, and items that were set aside. */
    public List<Waiting> waiting() {
        Stream<Waiting> failing = workers.stream()
                .flatMap(worker -> worker.setback().stream())
                .map(setback -> new Waiting("run " + setback.item(), setback));
        Stream<Waiting> aside = setbacks.stream()
                .flatMap(of ->
                        of.standing().stream().map(setback -> new Waiting(of.sentence(setback.item()), setback)));
        return Stream.concat(failing, aside).toList();
    }

    /** Names of those that should work and do not any more. */
    public List<String> dead() {
        return workers.stream()
                .filter(worker -> !worker.isEnded() && !worker.isAlive())
                .map(Worker::name)
                .toList();
    }

    /** Names of those that work. */
    public List<String> alive() {
        return workers.stream().filter(Worker::isAlive).map(Worker::name).toList();
    }
}
