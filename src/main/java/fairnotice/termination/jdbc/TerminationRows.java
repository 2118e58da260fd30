package fairnotice.termination.jdbc;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fairnotice.termination.Approval;
import fairnotice.termination.Payout;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Worksheet;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rows of terminations; what is kept whole stands in them as JSON, with every decimal as it is. */
@Component
class TerminationRows {

    private final ObjectMapper mapper = JsonMapper.builder()
            .findAndAddModules()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    String write(Object part) {
        try {
            return part == null ? null : mapper.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
                read(row.getString("worksheet"), new TypeReference<Worksheet>() {}),
                read(row.getString("elected_worksheet"), new TypeReference<Worksheet>() {}),
                TerminationState.valueOf(row.getString("state")),
                read(row.getString("approval"), new TypeReference<Approval>() {}),
                read(row.getString("payouts"), new TypeReference<List<Payout>>() {}),
                row.getString("paid_by"),
                instant(row, "paid_at"),
                instant(row, "confirmed_at"),
                row.getInt("version"));
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return json == null ? null : mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
