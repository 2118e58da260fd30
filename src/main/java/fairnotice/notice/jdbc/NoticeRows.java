package fairnotice.notice.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Explanation;
import fairnotice.calendar.Period;
import fairnotice.mail.MessageState;
import fairnotice.notice.ContactOutcome;
import fairnotice.notice.FrozenTerms;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeDates;
import fairnotice.notice.Start;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Rows of the notice tables as records. The zone of a deadline is the one of the policy version the notice rests on. */
@Component
class NoticeRows {

    private final Registers registers;

    NoticeRows(Registers registers) {
        this.registers = registers;
    }

    Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("reference"),
                row.getInt("round"),
                row.getString("register"),
                row.getInt("policy_version"),
                row.getLong("customer"),
                row.getBoolean("told"),
                row.getBoolean("may_object"),
                terms(row),
                instant(row, "created_at"),
                start(row),
                dates(row),
                instant(row, "bound_until"),
                instant(row, "unreached_since"),
                instant(row, "acknowledged_at"),
                instant(row, "left_out_at"),
                instant(row, "superseded_at"),
                instant(row, "missed_at"));
    }

    ContactOutcome contact(ResultSet row, int number) throws SQLException {
        return new ContactOutcome(
                row.getLong("notice"),
                row.getLong("contact"),
                MessageState.valueOf(row.getString("state")),
                instant(row, "at"),
                instant(row, "handed_over_at"),
                row.getObject("unconfirmed_epoch", Integer.class),
                instant(row, "counts_from"));
    }

    private static FrozenTerms terms(ResultSet row) throws SQLException {
        return new FrozenTerms(
                Period.parse(row.getString("notice_period")),
                row.getString("notice_clause"),
                Period.parse(row.getString("objection_period")),
                row.getString("objection_clause"));
    }

    private static Start start(ResultSet row) throws SQLException {
        Instant at = instant(row, "started_at");
        return at == null ? null : new Start(at, Start.By.valueOf(row.getString("started_by")));
    }

    private NoticeDates dates(ResultSet row) throws SQLException {
        LocalDate noticeLast = row.getObject("notice_last_day", LocalDate.class);
        if (noticeLast == null) {
            return null;
        }
        NoticePolicy policy = registers.policy(row.getString("register"), row.getInt("policy_version"));
        return new NoticeDates(
                new Deadline(noticeLast, policy.zone(), Explanation.of(row.getString("notice_explanation"))),
                new Deadline(
                        row.getObject("objection_last_day", LocalDate.class),
                        policy.zone(),
                        Explanation.of(row.getString("objection_explanation"))));
    }
}
