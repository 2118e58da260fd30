package fairnotice.process;

import fairnotice.change.Classification;
import fairnotice.change.Track;
import fairnotice.change.TrackFacts;
import fairnotice.change.TrackForecast;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the table of tracks for a change that nobody has proposed. */
@Component
class TrackTable implements TrackForecast {

    private final DecisionService decisions;

    TrackTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Classification classify(TrackFacts facts) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableByKey(Ids.CHANGE_TRACK)
                .variables(Map.of(
                        "kind", facts.kind().name(),
                        "personalData", facts.personalData(),
                        "material", facts.material(),
                        "securityCritical", facts.securityCritical(),
                        "expeditedAllowed", facts.expeditedAllowed(),
                        "removalNeedsNotice", facts.removalNeedsNotice(),
                        "noticePromised", facts.noticePromised()))
                .evaluate()
                .getSingleResult();
        return new Classification(Track.valueOf(row.getEntry("track")), row.getEntry("reason"), facts.newFacts());
    }
}
