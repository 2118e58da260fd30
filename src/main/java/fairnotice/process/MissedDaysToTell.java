package fairnotice.process;

import fairnotice.objection.MissedDays;
import fairnotice.objection.TellingMissedAnswer;
import fairnotice.objection.TellingMissedDay;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks for last days that the publisher has let pass, so that their customers are told. */
@Component
class MissedDaysToTell extends PlannedLook {

    private final MissedDays missed;
    private final TellingMissedDay telling;
    private final TellingMissedAnswer answers;
    private final Setbacks told;
    private final Setbacks answered;

    MissedDaysToTell(
            MissedDays missed, TellingMissedDay telling, TellingMissedAnswer answers, Clock clock, Workers workers) {
        super(clock);
        this.missed = missed;
        this.telling = telling;
        this.answers = answers;
        this.answered = workers.setbacks("tell of the answer about a refund that was missed in");
        this.told = workers.setbacks("tell of the day that was missed in");
    }

    @Override
    boolean take(Instant now) {
        return each(told, missed.untold(now, told.past(AT_ONCE)), telling::tell)
                | each(answered, answers.missed(now, answered.past(AT_ONCE)), answers::tell);
    }

    @Override
    Optional<Instant> planned(Instant after) {
        return Stream.of(missed.next(after), answers.next(after))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
