package fairnotice.change;

import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.HistoryEntry;
import fairnotice.register.HistoryTag;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A register as a change leaves it. */
final class RevisedList {

    private RevisedList() {}

    static RegisterVersion after(RegisterVersion before, VendorChange change, Instant at, ZoneId zone) {
        List<HistoryEntry> history = new ArrayList<>();
        history.add(line(change, LocalDate.ofInstant(at, zone)));
        history.addAll(before.history());
        return new RegisterVersion(
                before.register(),
                before.number() + 1,
                at,
                entries(before.entries(), change.proposal()),
                List.copyOf(history),
                change.reference());
    }

    private static List<Subprocessor> entries(List<Subprocessor> before, Proposal proposal) {
        List<Subprocessor> after = new ArrayList<>();
        for (Subprocessor entry : before) {
            if (!RegisterVersion.sameName(entry.name(), proposal.entryName())) {
                after.add(entry);
            } else if (proposal.kind() != ChangeKind.REMOVE) {
                after.add(proposal.subprocessor());
            }
        }
        if (proposal.kind() == ChangeKind.ADD) {
            after.add(proposal.subprocessor());
        }
        return List.copyOf(after);
    }

    private static HistoryEntry line(VendorChange change, LocalDate on) {
        Proposal proposal = change.proposal();
        String name = proposal.subprocessor().name();
        return switch (proposal.kind()) {
            case ADD -> entry(on, HistoryTag.ADDED, said("added", name), change);
            case REPLACE -> entry(on, HistoryTag.REPLACED, said("replaced", proposal.replaces(), name), change);
            case MODIFY ->
                change.soSince() != null
                        ? entry(on, HistoryTag.CORRECTED, corrected(change, name), change)
                        : entry(on, HistoryTag.CHANGED, said("changed", name, proposal.reason()), change);
            case REMOVE -> entry(on, HistoryTag.REMOVED, said("removed", name), change);
        };
    }

    private static String said(String what, Object... arguments) {
        return Phrase.of("said.line." + what, arguments).english();
    }

    private static String corrected(VendorChange change, String name) {
        return Phrase.of(
                        "said.line.corrected",
                        change.soSince(),
                        name,
                        change.proposal().reason())
                .english();
    }

    private static HistoryEntry entry(LocalDate on, HistoryTag tag, String text, VendorChange change) {
        return new HistoryEntry(on, tag, text, change.reference());
    }
}
