package fairnotice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of {@code change-track.dmn}, and that no combination of facts falls through it. */
class ChangeTrackTest {

    private static final Set<String> HIT = new java.util.TreeSet<>();
    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void readTable() throws IOException {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(ChangeTrackTest::noteRow);
        engine = configuration.buildEngine();
        try (InputStream file = ChangeTrackTest.class.getResourceAsStream("/processes/change-track.dmn")) {
            table = engine.parseDecision("ChangeTrack", file);
        }
    }

    private static void noteRow(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> HIT.add(rule.getId()));
    }

    @AfterAll
    static void every_row_was_hit() {
        Set<String> rows = ((DmnDecisionTableImpl) table.getDecisionLogic())
                .getRules().stream().map(rule -> rule.getId()).collect(Collectors.toSet());
        assertThat(rows).isNotEmpty().isEqualTo(HIT);
    }

    private static DmnDecisionResult decide(
            String kind, boolean personalData, boolean material, boolean critical, boolean exception, boolean removal) {
        return engine.evaluateDecision(
                table,
                Map.of(
                        "kind", kind,
                        "personalData", personalData,
                        "material", material,
                        "securityCritical", critical,
                        "expeditedAllowed", exception,
                        "removalNeedsNotice", removal));
    }

    @ParameterizedTest(
            name = "{0}: personal data {1}, material {2}, critical {3}, exception {4}, removal noticed {5} → {6}")
    @CsvSource({
        "ADD,     false, true,  true,  true,  true,  UNLISTED",
        "REMOVE,  true,  true,  true,  true,  false, UNANNOUNCED",
        "REMOVE,  true,  false, true,  true,  true,  NOTICE",
        "MODIFY,  true,  false, true,  true,  true,  UNANNOUNCED",
        "MODIFY,  true,  true,  true,  true,  false, EXPEDITED",
        "REPLACE, true,  true,  true,  true,  false, EXPEDITED",
        "ADD,     true,  true,  true,  false, false, NOTICE",
        "ADD,     true,  true,  false, true,  true,  NOTICE",
        "MODIFY,  true,  true,  false, false, false, NOTICE"
    })
    void the_facts_of_a_change_decide_its_track(
            String kind,
            boolean data,
            boolean material,
            boolean critical,
            boolean exception,
            boolean removal,
            String track) {
        DmnDecisionResult result = decide(kind, data, material, critical, exception, removal);

        assertThat(result.getSingleResult().getEntryMap()).containsEntry("track", track);
        assertThat(result.getSingleResult().getEntryMap().get("reason").toString())
                .endsWith(".");
    }

    @Test
    void no_combination_of_facts_is_left_without_a_track() {
        for (String kind : new String[] {"ADD", "REPLACE", "MODIFY", "REMOVE"}) {
            for (int facts = 0; facts < 32; facts++) {
                DmnDecisionResult result = decide(
                        kind, (facts & 1) > 0, (facts & 2) > 0, (facts & 4) > 0, (facts & 8) > 0, (facts & 16) > 0);
                assertThat(result).as(kind + " " + facts).hasSize(1);
            }
        }
    }
}
