package fairnotice.termination.jdbc;

import static fairnotice.sql.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.sql.StoredJson;
import fairnotice.termination.Approval;
import fairnotice.termination.Payout;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Worksheet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rows of terminations; what is kept whole stands in them as JSON, with every decimal as it is. */
@Component
class TerminationRows {

    private final StoredJson json = StoredJson.exact();

    String write(Object part) {
        return json.write(part);
    }

    Termination termination(ResultSet row, int number) throws SQLException {
        return new Termination(
                row.getString("reference"),
                row.getString("objection"),
                row.getString("change"),
                row.getString("register"),
                row.getLong("customer"),
                row.getInt("policy_version"),
                row.getLong("elected_by"),
                instant(row, "elected_at"),
                json.read(row.getString("worksheet"), new TypeReference<Worksheet>() {}),
                json.read(row.getString("elected_worksheet"), new TypeReference<Worksheet>() {}),
                TerminationState.valueOf(row.getString("state")),
                json.read(row.getString("approval"), new TypeReference<Approval>() {}),
                json.read(row.getString("payouts"), new TypeReference<List<Payout>>() {}),
                row.getString("paid_by"),
                instant(row, "paid_at"),
                instant(row, "confirmed_at"),
                row.getInt("version"));
    }
}
