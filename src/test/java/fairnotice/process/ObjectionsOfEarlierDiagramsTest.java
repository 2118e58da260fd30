package fairnotice.process;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that began under the diagram as it was before a time could be not over yet. The steps behind its timers change nothing here. */
class ObjectionsOfEarlierDiagramsTest {

    private static final List<String> ADDED =
            List.of("Flow_ContestNotOver", "Flow_AnswerNotOver", "Flow_ElectionNotOver");
    private static final Pattern JOIN = Pattern.compile(
            "(?s)<bpmn:exclusiveGateway id=\"(Gateway_To\\w+)\">(?:(?!</bpmn:exclusiveGateway>).)*<bpmn:outgoing>(\\w+)</bpmn:outgoing>\\s*</bpmn:exclusiveGateway>");
    private static final JavaDelegate WAITS = execution -> {};

    private static ProcessEngine engine;
    private static RuntimeService runtime;
    private static ManagementService management;

    @BeforeAll
    static void open() {
        engine = engine();
        runtime = engine.getRuntimeService();
        management = engine.getManagementService();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Task_AwaitContest, Timer_ContestEnds, refused",
        "Task_AwaitAnswer, Timer_CureEnds, offered",
        "Task_AwaitElection, Timer_ElectionEnds, remedy"
    })
    void a_case_that_began_before_waits_on_when_its_time_is_not_over_yet(String awaits, String timer, String standing)
            throws IOException {
        deploy(earlier());
        String instance = begun(awaits, standing);
        deploy(newest());

        move();
        management.executeJob(job(instance, timer));

        assertThat(runtime.getActiveActivityIds(instance)).containsExactly(awaits);
        assertThat(job(instance, timer)).isNotNull();
    }

    @Test
    void a_case_whose_step_is_no_more_in_the_diagram_stays_and_hinders_no_other() throws IOException {
        deploy(earlier().replace("Task_AwaitContest", "Task_AwaitAppeal"));
        String strange = begun("Task_AwaitAppeal", "refused");
        String other = begun("Task_AssessGrounds", "open");
        String earlier = definition(other);
        deploy(newest());

        move();

        assertThat(definition(strange)).isEqualTo(earlier);
        assertThat(definition(other)).isNotEqualTo(earlier);
    }

    private void move() {
        new ObjectionsOfEarlierDiagrams(engine.getRepositoryService(), runtime).afterSingletonsInstantiated();
    }

    private String begun(String activity, String standing) {
        Date later = new Date(System.currentTimeMillis() + 1_000_000);
        return runtime.createProcessInstanceByKey(Ids.OBJECTION)
                .businessKey("OBJ-2026-0003")
                .startBeforeActivity(activity)
                .setVariables(Map.of("standing", standing, "dueAt", later, "answerDueAt", later, "reminderAt", later))
                .execute()
                .getId();
    }

    private String job(String instance, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .singleResult()
                .getId();
    }

    private String definition(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
    }

    private void deploy(String diagram) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("processes/objection.bpmn", diagram)
                .deploy();
    }

    private static String newest() throws IOException {
        try (InputStream file =
                ObjectionsOfEarlierDiagramsTest.class.getResourceAsStream("/processes/objection.bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String earlier() throws IOException {
        String diagram = newest();
        for (String flow : ADDED) {
            diagram = diagram.replaceAll("<bpmn:(incoming|outgoing)>" + flow + "</bpmn:\\1>", "")
                    .replaceAll("(?s)<bpmn:sequenceFlow id=\"" + flow + "\".*?</bpmn:sequenceFlow>", "")
                    .replaceAll("(?s)<bpmndi:BPMNEdge [^>]*bpmnElement=\"" + flow + "\".*?</bpmndi:BPMNEdge>", "");
        }
        assertThat(diagram).doesNotContain(ADDED);
        return withoutJoins(diagram);
    }

    /** Flows met in the steps themselves, before gateways joined them. */
    private static String withoutJoins(String diagram) {
        String met = diagram;
        for (MatchResult join : JOIN.matcher(diagram).results().toList()) {
            String gateway = join.group(1);
            String flow = join.group(2);
            MatchResult onward = Pattern.compile("<bpmn:sequenceFlow id=\"" + flow + "\"[^>]* targetRef=\"(\\w+)\"/>")
                    .matcher(met)
                    .results()
                    .findFirst()
                    .orElseThrow();
            met = met.replace(join.group(), "")
                    .replace(onward.group(), "")
                    .replace("<bpmn:incoming>" + flow + "</bpmn:incoming>", "")
                    .replace("targetRef=\"" + gateway + "\"", "targetRef=\"" + onward.group(1) + "\"")
                    .replaceAll(
                            "(?s)<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement=\"(" + gateway + "|" + flow
                                    + ")\".*?</bpmndi:BPMN\\1>",
                            "");
        }
        assertThat(met).isNotEqualTo(diagram).doesNotContain("Gateway_To");
        return met;
    }

    /** With the history that the application keeps, and no executor: a test fires the timers itself. */
    private static ProcessEngine engine() {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("earlier-diagrams");
        configuration.setDataSource(RealDatabase.fresh());
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setJobExecutorActivate(false);
        configuration.setCustomHistoryLevels(List.of(new HistoryOfTasks()));
        configuration.setHistory(HistoryOfTasks.NAME);
        configuration.setBeans(Map.of("closeRefused", WAITS, "closeSearch", WAITS, "lapseObjection", WAITS));
        return configuration.buildProcessEngine();
    }
}
