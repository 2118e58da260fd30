package fairnotice.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Takes instants and constants as they are: the driver knows neither. */
@Component
public class JavaParameters extends NamedParameterJdbcTemplate {

    public JavaParameters(JdbcTemplate template) {
        super(template);
    }

    @Override
    protected PreparedStatementCreator getPreparedStatementCreator(
            String sql, SqlParameterSource given, Consumer<PreparedStatementCreatorFactory> customizer) {
        return super.getPreparedStatementCreator(sql, new Stored(given), customizer);
    }

    private record Stored(SqlParameterSource given) implements SqlParameterSource {

        @Override
        public boolean hasValue(String name) {
            return given.hasValue(name);
        }

        @Override
        public Object getValue(String name) {
            Object value = given.getValue(name);
            if (value instanceof Instant at) {
                return at.atOffset(ZoneOffset.UTC);
            }
            return value instanceof Enum<?> constant ? constant.name() : value;
        }

        @Override
        public int getSqlType(String name) {
            return given.getSqlType(name);
        }

        @Override
        public String getTypeName(String name) {
            return given.getTypeName(name);
        }

        @Override
        public String[] getParameterNames() {
            return given.getParameterNames();
        }
    }
}
