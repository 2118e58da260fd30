package fairnotice.register;

import java.time.LocalDate;

/**
 * One line of a register's change history.
 *
 * @param on the day, in the register's zone
 * @param reference the change it came from; null for lines that came with the register file
 */
public record HistoryEntry(LocalDate on, HistoryTag tag, String text, String reference) {}
