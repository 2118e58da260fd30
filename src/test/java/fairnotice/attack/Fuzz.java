package fairnotice.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.attack.Forms.Form;
import fairnotice.attack.Shots.Shot;
import fairnotice.attack.Visitor.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Sends every form that pages show, every address they link to and every operation of the interface for machines what nobody would type,
 * and notes each answer that is the server's own failure, or none.
 */
public final class Fuzz {

    private static final int MOST_PAGES = 150;
    private static final long SLOW_MILLIS = 2_000;

    private static final System.Logger LOG = System.getLogger(Fuzz.class.getName());

    private final Shots shots;
    private final Set<String> failures = new TreeSet<>();
    private final Set<String> slow = new TreeSet<>();
    private int sent;
    private int forms;
    private int addresses;

    /** @param few a sample of each kind, for a quick look */
    public Fuzz(boolean few) {
        this.shots = new Shots(few);
    }

    /**
     * Walks through pages and tries each kind of form and of address once.
     *
     * @param mayFollow whether an address may be opened and sent to
     */
    public void pages(Visitor visitor, List<String> from, Predicate<String> mayFollow) {
        Map<String, Form> found = new LinkedHashMap<>();
        Map<String, String> shapes = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(from);
        Set<String> seen = new LinkedHashSet<>(from);
        for (int pages = 0; !open.isEmpty() && pages < MOST_PAGES; pages++) {
            String path = open.poll();
            Answer answer = visitor.get(path);
            note(new Shot("opened", "GET", path, Map.of(), new byte[0]), answer);
            shapes.putIfAbsent(path.replaceAll("=[^&]*", "=").replaceAll("/[^/?]*\\d[^/?]*", "/*"), path);
            Forms.on(answer.body(), path).stream()
                    .filter(form -> mayFollow.test(form.action()))
                    .forEach(form -> found.putIfAbsent(form.kind(), form));
            Forms.links(answer.body(), path).stream()
                    .filter(mayFollow)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        forms += found.size();
        addresses += shapes.size();
        LOG.log(System.Logger.Level.INFO, () -> found.size() + " forms, " + shapes.size() + " kinds of addresses");
        shapes.values().forEach(path -> shots.at(path).forEach(shot -> send(visitor, shot)));
        found.values().forEach(form -> shots.at(form).forEach(shot -> send(visitor, shot)));
    }

    /**
     * Tries each operation that {@code /v3/api-docs} describes.
     *
     * @param real by the name of a path's variable, what exists
     * @param isOpen whether an address may be sent to
     */
    public void operations(Visitor visitor, Map<String, String> real, String authorization, Predicate<String> isOpen) {
        JsonNode description = read(visitor.get("/v3/api-docs").body());
        forms += description.get("paths").size();
        shots.at(description, real, authorization).stream()
                .filter(shot -> isOpen.test(shot.path()))
                .forEach(shot -> send(visitor, shot));
    }

    private void send(Visitor visitor, Shot shot) {
        note(shot, visitor.send(shot.method(), shot.path(), shot.headers(), shot.body()));
    }

    private void note(Shot shot, Answer answer) {
        sent++;
        String what = shot.method() + " " + shortened(shot.path()) + ", " + shot.what();
        if (answer.status() >= 500 || answer.status() == 0) {
            failures.add(what + ": " + (answer.status() == 0 ? answer.body() : answer.status()));
        }
        if (answer.millis() > SLOW_MILLIS) {
            slow.add(what + ": " + answer.millis() + " ms");
        }
    }

    /** Answers of 500 and above, and requests without any. */
    public Set<String> failures() {
        return failures;
    }

    /** Answers that took longer than two seconds. */
    public Set<String> slow() {
        return slow;
    }

    public int sent() {
        return sent;
    }

    /** Forms and operations that were tried. */
    public int forms() {
        return forms;
    }

    public int addresses() {
        return addresses;
    }

    private static String shortened(String path) {
        return path.length() > 120 ? path.substring(0, 120) + "…" : path;
    }

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
