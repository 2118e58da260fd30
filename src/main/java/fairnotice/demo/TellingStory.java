package fairnotice.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the demonstration through its history, once: the clock goes to the moment of each step, people act, and engine and mail come to
 * rest before the next. Interrupted, it goes on where it stood; told again, it changes nothing.
 */
@InDemo
@Service
class TellingStory {

    private static final Logger LOG = LoggerFactory.getLogger(TellingStory.class);
    private static final String ARRIVED = "arrived";

    private final DemoStory story;
    private final MovingClock moving;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TellingStory(DemoStory story, MovingClock moving, Clock clock, PlatformTransactionManager transactions) {
        this.story = story;
        this.moving = moving;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Up to the present. */
    void tell(List<StoryStep> steps) {
        if (story.isDone(ARRIVED)) {
            return;
        }
        Instant begins = story.beginsAt();
        for (StoryStep step : steps) {
            if (!story.isDone(step.name())) {
                take(step, begins.plus(step.after()));
            }
        }
        moving.catchUp();
        story.done(ARRIVED, clock.instant());
    }

    private void take(StoryStep step, Instant at) {
        long began = System.nanoTime();
        if (at.isAfter(clock.instant())) {
            moving.moveTo(at);
        }
        transaction.executeWithoutResult(status -> {
            step.action().run();
            story.done(step.name(), clock.instant());
        });
        moving.awaitQuiet();
        LOG.info("Demonstration, {}: {} ({} ms)", at, step.name(), (System.nanoTime() - began) / 1_000_000);
    }
}
