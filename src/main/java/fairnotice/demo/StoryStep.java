package fairnotice.demo;

import java.time.Duration;

/**
 * One thing that happened.
 *
 * @param name stands in the database once it is done
 * @param after how long after the beginning of the story
 * @param action what people did then; done in one transaction with its record
 */
record StoryStep(String name, Duration after, Runnable action) {

    static StoryStep on(int day, int hour, int minute, String name, Runnable action) {
        return new StoryStep(name, Duration.ofDays(day).plusHours(hour).plusMinutes(minute), action);
    }
}
