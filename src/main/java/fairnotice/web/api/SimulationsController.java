package fairnotice.web.api;

import fairnotice.change.Classification;
import fairnotice.change.ClassifyingChange;
import fairnotice.change.Proposal;
import fairnotice.change.ProposingChange;
import fairnotice.change.Track;
import fairnotice.change.TrackForecast;
import fairnotice.notice.NoticePreview;
import fairnotice.notice.PreviewingNotices;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.web.api.Simulation.Question;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Registers")
class SimulationsController {

    private static final int SHOWN = 1_000;

    /** What the track rests on: where one of these is not right, there is none to be foreseen. */
    private static final Set<String> DECIDING = Set.of("kind", "personalData");

    private final KnownRegisters registers;
    private final ProposingChange proposing;
    private final SentProposals proposals;
    private final ClassifyingChange classifying;
    private final TrackForecast forecast;
    private final PreviewingNotices foreseeing;
    private final Clock clock;

    SimulationsController(
            KnownRegisters registers,
            ProposingChange proposing,
            SentProposals proposals,
            ClassifyingChange classifying,
            TrackForecast forecast,
            PreviewingNotices foreseeing,
            Clock clock) {
        this.registers = registers;
        this.proposing = proposing;
        this.proposals = proposals;
        this.classifying = classifying;
        this.forecast = forecast;
        this.foreseeing = foreseeing;
        this.clock = clock;
    }

    @PostMapping("/api/v1/registers/{register}/simulations")
    @Operation(
            summary = "What would come of a change: its track, who would be told, and until when it binds",
            description =
                    "Nothing is kept and nobody is told. At most 1,000 notices are shown, those that end last first.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(allOf = {ProposedChange.class, Question.class})))
    Simulation simulate(@PathVariable String register, @RequestBody JsonBody body) {
        Register known = registers.named(register);
        Question question = body.only(Question.class).as(Question.class);
        Proposal proposal = proposing.whole(known.id(), proposals.read(known.id(), body.without(Question.class)));
        List<FieldProblem> overlong = proposing.overlong(proposal);
        if (!overlong.isEmpty()) {
            throw Refused.invalid(overlong);
        }
        List<FieldProblem> problems = proposing.problems(known.id(), proposal);
        refuseWhatCannotBeForeseen(question, problems);
        List<String> conflicts = Stream.concat(
                        problems.stream().map(FieldProblem::sentence),
                        classifying.question(known.id(), proposal).stream())
                .toList();
        Classification as = forecast.classify(classifying.facts(known.id(), proposal));
        if (as.track() == Track.UNLISTED || as.track() == Track.UNANNOUNCED) {
            return Simulation.silent(as, conflicts);
        }
        Instant at = question.at() == null ? clock.instant() : question.at();
        NoticePreview foreseen = foreseeing.foresee(known.id(), proposal, as.track(), at, SHOWN);
        return Simulation.of(as, conflicts, foreseen, known);
    }

    private static void refuseWhatCannotBeForeseen(Question question, List<FieldProblem> problems) {
        if (problems.stream().map(FieldProblem::field).anyMatch(DECIDING::contains)) {
            throw Refused.invalid(problems);
        }
        if (question.policy() != null && !question.policy().isNull()) {
            throw Refused.invalid("policy", "refused.api.policy-draft");
        }
    }
}
