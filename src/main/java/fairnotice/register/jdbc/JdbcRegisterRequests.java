package fairnotice.register.jdbc;

import static fairnotice.sql.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.register.Register;
import fairnotice.register.RegisterRequest;
import fairnotice.register.RegisterRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegisterRequests implements RegisterRequests {

    private final JdbcClient jdbc;

    JdbcRegisterRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RegisterRequest> find(String register) {
        return jdbc.sql("""
                        select id, register, epoch, wanted, asked_by, asked_at from register_request
                         where register = :register
                        """)
                .param("register", register)
                .query(JdbcRegisterRequests::request)
                .optional();
    }

    @Override
    public void save(RegisterRequest request) {
        jdbc.sql("""
                        insert into register_request (register, epoch, wanted, asked_by, asked_at)
                        values (:register, :epoch, :wanted::jsonb, :by, :at)
                        """)
                .param("register", request.register())
                .param("epoch", request.epoch())
                .param("wanted", Documents.write(request.wanted()))
                .param("by", request.askedBy())
                .param("at", request.askedAt())
                .update();
    }

    @Override
    public void remove(String register) {
        jdbc.sql("delete from register_request where register = :register")
                .param("register", register)
                .update();
    }

    private static RegisterRequest request(ResultSet row, int number) throws SQLException {
        return new RegisterRequest(
                row.getLong("id"),
                row.getString("register"),
                row.getInt("epoch"),
                Documents.read(row.getString("wanted"), new TypeReference<Register>() {}),
                row.getString("asked_by"),
                instant(row, "asked_at"));
    }
}
