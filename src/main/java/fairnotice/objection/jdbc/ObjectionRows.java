package fairnotice.objection.jdbc;

import static fairnotice.sql.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Offer;
import fairnotice.objection.PendingMessage;
import fairnotice.objection.RefusalReason;
import fairnotice.objection.Submission;
import fairnotice.objection.ThreadMessage;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows as records. */
final class ObjectionRows {

    private ObjectionRows() {}

    static Objection objection(ResultSet row, int number) throws SQLException {
        String message = row.getString("pending_message");
        String refusedFor = row.getString("refused_for");
        return new Objection(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("change_reference"),
                row.getString("register"),
                row.getInt("round"),
                row.getInt("policy_version"),
                row.getObject("customer", Long.class),
                ObjectionState.valueOf(row.getString("state")),
                ObjectionJson.read(row.getString("filing"), new TypeReference<Submission>() {}),
                instant(row, "received_at"),
                row.getBoolean("late"),
                instant(row, "window_closes_at"),
                instant(row, "answer_due_at"),
                instant(row, "due_at"),
                row.getString("assessed_by"),
                row.getString("refusal"),
                refusedFor == null ? null : RefusalReason.valueOf(refusedFor),
                row.getBoolean("again"),
                row.getBoolean("contested"),
                row.getInt("appeals"),
                row.getBoolean("adopted"),
                instant(row, "joined_at"),
                ObjectionJson.read(row.getString("offer"), new TypeReference<Offer>() {}),
                row.getInt("offers"),
                instant(row, "leaves_at"),
                instant(row, "left_out_at"),
                instant(row, "settled_at"),
                instant(row, "may_object_until"),
                message == null ? null : PendingMessage.valueOf(message),
                row.getInt("version"));
    }

    static ThreadMessage message(ResultSet row, int number) throws SQLException {
        return new ThreadMessage(
                row.getLong("id"),
                instant(row, "at"),
                row.getString("author"),
                ThreadMessage.Kind.valueOf(row.getString("kind")),
                row.getBoolean("internal"),
                row.getString("text"),
                row.getString("signed"));
    }
}
