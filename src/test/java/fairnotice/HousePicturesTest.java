package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Draws the house from the code, into {@code target/house}: the rooms with what they use, and the path of one change through them. */
class HousePicturesTest {

    private static final Path FOLDER = Path.of("target/house");
    private static final Pattern PURPOSE =
            Pattern.compile("/\\*\\*\\s+(?:\\* )?(.*?)(?:[.;](?:\\s|$)| \\()", Pattern.DOTALL);

    @Test
    void the_rooms_and_what_they_use() throws IOException {
        Map<String, Set<String>> used = used();
        String rooms = used.keySet().stream()
                .map(room -> "rectangle \"<b>" + room + "</b>\\n" + purpose(room) + "\" as " + id(room))
                .collect(Collectors.joining("\n"));
        String lines = used.entrySet().stream()
                .flatMap(each ->
                        direct(each.getKey(), used).stream().map(other -> id(each.getKey()) + " --> " + id(other)))
                .collect(Collectors.joining("\n"));

        String drawn = draw("rooms", "!pragma layout smetana\nskinparam wrapWidth 190\n" + rooms + "\n" + lines);

        assertThat(used).hasSizeGreaterThan(20);
        assertThat(drawn).contains(">objection<", ">notice<").doesNotContain("Syntax Error");
    }

    @Test
    void the_path_of_one_change() throws Exception {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(Files.newInputStream(Path.of("processes/vendor-change.bpmn")));
        Map<String, Method> delegates = Arrays.stream(
                        Class.forName("fairnotice.process.ChangeSteps").getDeclaredMethods())
                .collect(Collectors.toMap(Method::getName, method -> method, (one, other) -> one));
        List<String> steps = new ArrayList<>();
        for (FlowNode node : inOrder(model)) {
            if (node instanceof ServiceTask task) {
                steps.addAll(calls(task, delegates));
            } else if (node instanceof UserTask) {
                steps.add("staff -> inbox : <b>" + named(node) + "</b>");
            } else if (node instanceof IntermediateCatchEvent && node.getName() != null) {
                steps.add("... " + named(node) + " ...");
            }
        }

        String drawn = draw("change", "actor staff\nparticipant process\n" + String.join("\n", steps));

        assertThat(steps).hasSizeGreaterThan(15);
        assertThat(drawn).contains("AnnouncingChange", "PublishingChange").doesNotContain("Syntax Error");
    }

    /** One line for each room that a step calls, with the use cases of that room. */
    private static List<String> calls(ServiceTask task, Map<String, Method> delegates) {
        Method delegate = delegates.get(task.getCamundaDelegateExpression().replaceAll("[${}]", ""));
        assertThat(delegate).as(task.getName()).isNotNull();
        Map<String, Set<String>> rooms = new TreeMap<>();
        Arrays.stream(delegate.getParameterTypes())
                .filter(type -> type.getName().startsWith("fairnotice."))
                .forEach(type -> rooms.computeIfAbsent(
                                type.getPackageName().substring("fairnotice.".length()), any -> new TreeSet<>())
                        .add(type.getSimpleName()));
        return rooms.entrySet().stream()
                .map(room -> "process -> " + room.getKey() + " : <b>" + named(task) + "</b>\\n"
                        + String.join(", ", room.getValue()))
                .toList();
    }

    /** The nodes as the process comes to them, depth first; what is inside a subprocess before what is attached to it and what follows. */
    private static Collection<FlowNode> inOrder(BpmnModelInstance model) {
        Set<FlowNode> seen = new LinkedHashSet<>();
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        starts(process.getChildElementsByType(StartEvent.class), seen);
        return seen;
    }

    private static void starts(Collection<StartEvent> starts, Set<FlowNode> seen) {
        starts.forEach(start -> follow(start, seen));
    }

    private static void follow(FlowNode node, Set<FlowNode> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof SubProcess part) {
            starts(part.getChildElementsByType(StartEvent.class), seen);
            part.getChildElementsByType(SubProcess.class).stream()
                    .filter(SubProcess::triggeredByEvent)
                    .forEach(event -> follow(event, seen));
        }
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next -> follow(next, seen));
        node.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .map(BoundaryEvent.class::cast)
                .filter(event -> event.getAttachedTo().equals(node))
                .forEach(event -> follow(event, seen));
    }

    private static String named(FlowNode node) {
        return node.getName().replaceAll("\\s+", " ");
    }

    /** Each room, with the rooms that it uses. */
    private static Map<String, Set<String>> used() {
        ApplicationModules house = ApplicationModules.of(Fairnotice.class);
        Map<String, Set<String>> used = new TreeMap<>();
        house.stream()
                .forEach(room -> used.put(
                        name(room.getBasePackage().getName()),
                        room.getDirectDependencies(house).stream()
                                .map(each -> name(
                                        each.getTargetModule().getBasePackage().getName()))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return used;
    }

    /** What a room uses and reaches through no other room that it uses: the rest would only make the picture dense. */
    private static List<String> direct(String room, Map<String, Set<String>> used) {
        return used.get(room).stream()
                .filter(other -> used.get(room).stream()
                        .noneMatch(between -> !between.equals(other) && reaches(between, other, used)))
                .toList();
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> used) {
        return used.get(from).stream().anyMatch(next -> next.equals(to) || reaches(next, to, used));
    }

    private static String name(String room) {
        return room.substring("fairnotice.".length());
    }

    private static String id(String room) {
        return room.replace('.', '_');
    }

    private static String purpose(String room) {
        try {
            String text =
                    Files.readString(Path.of("src/main/java/fairnotice", room.replace('.', '/'), "package-info.java"));
            Matcher purpose = PURPOSE.matcher(text);
            assertThat(purpose.find()).as(room).isTrue();
            return purpose.group(1).replaceAll("\\s+\\*?\\s*", " ").replaceAll("\\{@link (?:\\w+\\.)*(\\w+)}", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String draw(String name, String text) throws IOException {
        Files.createDirectories(FOLDER);
        Path picture = FOLDER.resolve(name + ".svg");
        try (OutputStream out = Files.newOutputStream(picture)) {
            new SourceStringReader("@startuml\n" + text + "\n@enduml\n")
                    .outputImage(out, new FileFormatOption(FileFormat.SVG));
        }
        return Files.readString(picture);
    }
}
