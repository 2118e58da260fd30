package fairnotice.inbox;

import java.time.Duration;
import java.util.Map;

/**
 * How the house stands, in numbers that name nobody.
 *
 * @param at what was counted in the database
 * @param incidents by kind; a kind of which there is none is left out
 * @param tasks open, and of these overdue (500 at most are counted)
 * @param jobs that were due and not taken
 * @param clock how far this node's is ahead of the database's; null when it was not compared
 * @param mailboxRead how long ago the mailbox was last read; null when it never was
 */
public record Figures(
        Counted at,
        Map<IncidentKind, Integer> incidents,
        Tally tasks,
        long jobs,
        Duration clock,
        Duration mailboxRead) {

    /** @param late of the open ones */
    public record Tally(long open, long late) {}

    /**
     * What is counted in one look at the database.
     *
     * @param notices whose period runs
     * @param unreached notices that reached nobody yet
     * @param messages of mailings of the last seven days, by the name of their state
     * @param oldestWaiting of these, how long the oldest that waits to be sent has waited; zero where none waits
     * @param objections open, and of these beyond the day on which somebody was to act
     * @param unsealed entries of the ledger that wait to be sealed
     * @param oldestUnsealed how long the oldest of them has waited; zero where none waits
     */
    public record Counted(
            long notices,
            long unreached,
            Map<String, Long> messages,
            Duration oldestWaiting,
            Tally objections,
            long unsealed,
            Duration oldestUnsealed) {}
}
