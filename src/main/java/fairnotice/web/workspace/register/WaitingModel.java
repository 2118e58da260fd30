package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Phrase;
import fairnotice.register.ConfirmingRegisterChange;
import fairnotice.register.Register;
import fairnotice.register.RegisterRequest;
import fairnotice.web.workspace.People;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What of a register waits for another administrator, in words. */
@Component
class WaitingModel {

    /**
     * @param settings what differs of its settings
     * @param promise what differs of its promise
     * @param takenBack whether it is the reader's own
     * @param obstacle why the reader may not confirm it; null when they may
     */
    record Waiting(
            long id,
            String askedBy,
            Instant askedAt,
            List<SettingsModel.Row> settings,
            List<PromiseWords.Difference> promise,
            boolean takenBack,
            Phrase obstacle) {}

    private final ConfirmingRegisterChange confirming;
    private final SettingsModel settings;
    private final PromiseWords words;
    private final People people;

    WaitingModel(ConfirmingRegisterChange confirming, SettingsModel settings, PromiseWords words, People people) {
        this.confirming = confirming;
        this.settings = settings;
        this.words = words;
        this.people = people;
    }

    void fill(Register known, Actor actor, Model model) {
        model.addAttribute(
                "waiting",
                confirming
                        .waiting(known.id())
                        .map(request -> waiting(request, known, actor))
                        .orElse(null));
    }

    private Waiting waiting(RegisterRequest request, Register known, Actor actor) {
        return new Waiting(
                request.id(),
                people.named(request.askedBy()),
                request.askedAt(),
                settings.differences(known, request.wanted()),
                words.differences(known.policy(), request.wanted().policy()),
                confirming.isTakenBack(request, actor),
                confirming.obstacle(request, actor).orElse(null));
    }
}
