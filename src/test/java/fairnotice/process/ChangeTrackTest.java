package fairnotice.process;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.change.Classification;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
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
            String kind,
            boolean personalData,
            boolean material,
            boolean critical,
            boolean exception,
            boolean removal,
            boolean promised) {
        return engine.evaluateDecision(
                table,
                Map.of(
                        "kind", kind,
                        "personalData", personalData,
                        "material", material,
                        "securityCritical", critical,
                        "expeditedAllowed", exception,
                        "removalNeedsNotice", removal,
                        "noticePromised", promised));
    }

    @ParameterizedTest(
            name =
                    "{0}: personal data {1}, material {2}, critical {3}, exception {4}, removal noticed {5}, promised {6} → {7}")
    @CsvSource({
        "ADD,      false,  true,   true,   true,   true,   true,   UNLISTED",
        "REMOVE,   true,   true,   true,   true,   false,  true,   UNANNOUNCED",
        "REMOVE,   true,   false,  true,   true,   true,   true,   NOTICE",
        "MODIFY,   true,   false,  true,   true,   true,   true,   UNANNOUNCED",
        "MODIFY,   true,   true,   true,   true,   false,  true,   EXPEDITED",
        "REPLACE,  true,   true,   true,   true,   false,  true,   EXPEDITED",
        "ADD,      true,   true,   true,   false,  false,  true,   NOTICE",
        "ADD,      true,   true,   false,  true,   true,   true,   NOTICE",
        "MODIFY,   true,   true,   false,  false,  false,  true,   NOTICE",
        "MODIFY,   true,   true,   false,  false,  false,  false,  NOTICE",
        "MODIFY,   true,   false,  false,  false,  false,  false,  UNANNOUNCED"
    })
    void the_facts_of_a_change_decide_its_track(
            String kind,
            boolean data,
            boolean material,
            boolean critical,
            boolean exception,
            boolean removal,
            boolean promised,
            String track) {
        DmnDecisionResult result = decide(kind, data, material, critical, exception, removal, promised);

        assertThat(result.getSingleResult().getEntryMap()).containsEntry("track", track);
        assertThat(result.getSingleResult().getEntryMap().get("reason").toString())
                .endsWith(".");
    }

    @Test
    void a_material_change_that_no_notice_is_promised_of_is_recommended_one() {
        assertThat(reason(false)).contains("recommended");
        assertThat(reason(true)).doesNotContain("recommended");
    }

    private static String reason(boolean promised) {
        return decide("MODIFY", true, true, false, false, false, promised)
                .getSingleResult()
                .getEntry("reason");
    }

    @Test
    void the_reason_of_every_row_is_said_in_every_language() {
        for (var row : ((DmnDecisionTableImpl) table.getDecisionLogic()).getRules()) {
            String reason = row.getConclusions().get(1).getExpression();
            String key = row.getId().replace("Rule_", "said.rule.");

            assertThat(reason).isEqualTo('"' + Phrase.of(key).english() + '"');
            assertThat(Language.DE.<String>speak(() -> Classification.keptReason(reason.replace("\"", ""))))
                    .isEqualTo(Language.DE.<String>speak(() -> Phrase.of(key).said()))
                    .isNotEqualTo(Phrase.of(key).english());
        }
    }

    @Test
    void no_combination_of_facts_is_left_without_a_track() {
        for (String kind : new String[] {"ADD", "REPLACE", "MODIFY", "REMOVE"}) {
            for (int facts = 0; facts < 64; facts++) {
                DmnDecisionResult result = decide(
                        kind,
                        (facts & 1) > 0,
                        (facts & 2) > 0,
                        (facts & 4) > 0,
                        (facts & 8) > 0,
                        (facts & 16) > 0,
                        (facts & 32) > 0);
                assertThat(result).as(kind + " " + facts).hasSize(1);
            }
        }
    }
}
