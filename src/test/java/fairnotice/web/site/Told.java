package fairnotice.web.site;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Explanation;
import fairnotice.change.BeforeAndAfter;
import fairnotice.change.ChangedField;
import fairnotice.notice.NoticeDates;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryField;
import fairnotice.register.Subprocessor;
import fairnotice.web.site.PublicChange.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A change that everybody may know of: announced on 1 June 2026, to be objected to until the 16th, in use from 2 July on. */
final class Told {

    static final String REFERENCE = "OPSTICKET-2026-0001";
    static final Instant ANNOUNCED = Instant.parse("2026-06-01T10:00:00Z");

    private Told() {}

    static PublicChange announced(String name) {
        return in(State.ANNOUNCED, name, null, ANNOUNCED);
    }

    static PublicChange because(String reason) {
        return in(State.ANNOUNCED, "Acme", null, ANNOUNCED, reason);
    }

    /** @param published null while it is not on the list */
    static PublicChange in(State state, String name, Instant published, Instant updated) {
        return in(state, name, published, updated, "It is to transcribe interviews.");
    }

    /** A modification of its role and, where it had none, of its location. */
    static PublicChange modified(State state, Instant published, Instant updated) {
        PublicChange added = in(state, "Acme", published, updated);
        BeforeAndAfter entry = new BeforeAndAfter(
                ChangeKind.MODIFY,
                added.vendor(),
                List.of(
                        new ChangedField(EntryField.NAME, "Acme", "Acme"),
                        new ChangedField(EntryField.PURPOSE, "Analytics", "Recordings"),
                        new ChangedField(EntryField.LOCATION, null, "Bonn"),
                        new ChangedField(EntryField.POSTURE, "ISO 27001", null)));
        return new PublicChange(
                REFERENCE,
                ChangeKind.MODIFY,
                state,
                "Acme",
                null,
                added.vendor(),
                entry,
                added.reason(),
                added.announcedAt(),
                published,
                null,
                added.dates(),
                null,
                added.earliestUse(),
                updated);
    }

    private static PublicChange in(State state, String name, Instant published, Instant updated, String reason) {
        boolean dated = state == State.ANNOUNCED || state == State.IN_EFFECT;
        Subprocessor vendor = new Subprocessor(
                name, null, null, null, "a role", null, null, "data", null, null, null, null, false, null);
        return new PublicChange(
                REFERENCE,
                ChangeKind.ADD,
                state,
                name,
                null,
                vendor,
                null,
                reason,
                state == State.REVISED ? null : ANNOUNCED,
                published,
                null,
                dated ? new NoticeDates(lastDay("2026-07-01"), lastDay("2026-06-16")) : null,
                null,
                dated ? LocalDate.parse("2026-07-02") : null,
                updated);
    }

    private static Deadline lastDay(String day) {
        return new Deadline(LocalDate.parse(day), ZoneId.of("UTC"), Explanation.of("counted"));
    }
}
