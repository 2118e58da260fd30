package fairnotice.web.site;

import fairnotice.calendar.Days;
import fairnotice.register.HistoryEntry;
import fairnotice.register.ListSection;
import fairnotice.register.ListStyle;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.web.PromiseView;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A list as its page shows it.
 *
 * @param sections in the register's order; entries whose category is gone stand in a last one without a category
 * @param told changes that everybody may know of, upcoming ones included; of those that ended, the last twelve months'
 * @param history of the last twelve months
 * @param today in the register's zone
 */
record ListView(
        Register register,
        RegisterVersion version,
        List<ListSection> sections,
        List<Upcoming> upcoming,
        List<PublicChange> told,
        List<HistoryEntry> history,
        LocalDate today) {

    /** How far back history reaches. */
    private static final int MONTHS_OF_HISTORY = 12;

    static ListView of(Register register, RegisterVersion version, List<PublicChange> told, LocalDate today) {
        LocalDate since = historySince(today);
        return new ListView(
                register,
                version,
                ListSection.of(register, version.entries()),
                upcoming(told, today),
                told.stream()
                        .filter(change -> change.isShownOn(today, register.zone()))
                        .toList(),
                version.history().stream()
                        .filter(line -> !line.on().isBefore(since))
                        .toList(),
                today);
    }

    /** The first day of the history that is shown on a day. */
    static LocalDate historySince(LocalDate today) {
        return Days.monthsBefore(MONTHS_OF_HISTORY, today);
    }

    /** The next to take effect first. */
    private static List<Upcoming> upcoming(List<PublicChange> told, LocalDate today) {
        return told.stream()
                .filter(change -> Upcoming.isOn(change, today))
                .map(change -> Upcoming.of(change, today))
                .sorted(Comparator.comparing(Upcoming::earliestUse).thenComparing(Upcoming::reference))
                .toList();
    }

    /** Whether a change that is in effect and no longer among the announced ones takes a late objection on its page. */
    public boolean takesLate() {
        return told.stream()
                .filter(change -> change.state() == PublicChange.State.IN_EFFECT)
                .filter(change -> change.takesObjectionsOn(today, register.zone()))
                .anyMatch(change -> !Upcoming.isOn(change, today));
    }

    /** The vendor that a line of the history took off the list, and that may still be used for some customers; null for none. */
    public String stillUsed(HistoryEntry line) {
        return told.stream()
                .filter(change -> change.reference().equals(line.reference()))
                .map(PublicChange::stillUsed)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public boolean inCategories() {
        return register.style() == ListStyle.CATEGORIES;
    }

    /** The promise, in words. */
    public PromiseView promise() {
        return new PromiseView(register);
    }
}
