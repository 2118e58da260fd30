package fairnotice.demo;

import java.time.Duration;
import java.time.Instant;

/** How far the demonstration has come: its clock, and the steps that were taken. */
public interface DemoStory {

    /** Whether there is one in this database. */
    boolean exists();

    /** Whether the database was in use before any demonstration began. */
    boolean isTaken();

    void begin(Instant beginsAt, Duration ahead);

    /** When it begins, in its own time. */
    Instant beginsAt();

    /** How far its clock is ahead of the real one; negative while it is behind. */
    Duration ahead();

    void keepAhead(Duration ahead);

    boolean isDone(String step);

    /** Joins the caller's transaction, so that a step and its record are one. */
    void done(String step, Instant at);
}
