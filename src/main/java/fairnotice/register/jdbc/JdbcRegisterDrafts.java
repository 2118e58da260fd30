package fairnotice.register.jdbc;

import static fairnotice.sql.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.register.RegisterDraft;
import fairnotice.register.RegisterDrafts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegisterDrafts implements RegisterDrafts {

    private static final String SELECT = "select id, epoch, content, changed_by, changed_at from register_draft ";

    private final JdbcClient jdbc;

    JdbcRegisterDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RegisterDraft> all() {
        return jdbc.sql(SELECT + "order by changed_at desc, id")
                .query(JdbcRegisterDrafts::draft)
                .list();
    }

    @Override
    public Optional<RegisterDraft> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(JdbcRegisterDrafts::draft)
                .optional();
    }

    @Override
    public long add(RegisterDraft.Content content, String by, Instant at) {
        return jdbc.sql("""
                        insert into register_draft (content, changed_by, changed_at)
                        values (:content, :by, :at) returning id
                        """)
                .param("content", Documents.write(content))
                .param("by", by)
                .param("at", at)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean save(long id, int seen, RegisterDraft.Content content, String by, Instant at) {
        return jdbc.sql("""
                        update register_draft
                           set content = :content, epoch = epoch + 1, changed_by = :by, changed_at = :at
                         where id = :id and epoch = :seen
                        """)
                        .param("content", Documents.write(content))
                        .param("by", by)
                        .param("at", at)
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    @Override
    public void remove(long id) {
        jdbc.sql("delete from register_draft where id = :id").param("id", id).update();
    }

    private static RegisterDraft draft(ResultSet row, int number) throws SQLException {
        return new RegisterDraft(
                row.getLong("id"),
                row.getInt("epoch"),
                Documents.read(row.getString("content"), new TypeReference<RegisterDraft.Content>() {}),
                row.getString("changed_by"),
                instant(row, "changed_at"));
    }
}
