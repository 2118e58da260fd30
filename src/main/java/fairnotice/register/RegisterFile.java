package fairnotice.register;

import java.util.List;

/**
 * A register as its file has it.
 *
 * @param register its policy carries no version yet: 0
 * @param history newest first
 */
public record RegisterFile(Register register, List<Subprocessor> entries, List<HistoryEntry> history) {}
