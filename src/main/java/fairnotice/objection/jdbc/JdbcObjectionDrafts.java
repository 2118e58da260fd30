package fairnotice.objection.jdbc;

import static fairnotice.sql.Columns.texts;

import fairnotice.objection.Grounds;
import fairnotice.objection.ObjectionDraft;
import fairnotice.objection.ObjectionDrafts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcObjectionDrafts implements ObjectionDrafts {

    private final JdbcClient jdbc;

    JdbcObjectionDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean save(long notice, long contact, ObjectionDraft draft) {
        int kept = jdbc.sql("""
                        insert into objection_draft (notice, contact, grounds, text, orders, after_case)
                        select :notice, id, :grounds, :text, :orders, :after from contact where id = :contact
                        on conflict (notice, contact) do update
                           set grounds = excluded.grounds, text = excluded.text, orders = excluded.orders,
                               after_case = excluded.after_case, written_at = now()""")
                .param("notice", notice)
                .param("contact", contact)
                .param("grounds", draft.grounds().name())
                .param("text", draft.text())
                .param("orders", draft.orders().toArray(String[]::new))
                .param("after", draft.after())
                .update();
        return kept > 0;
    }

    @Override
    public Optional<ObjectionDraft> find(long notice, long contact) {
        return jdbc.sql("""
                        select * from objection_draft
                         where notice = :notice and contact = :contact and written_at > now() - :days * interval '1 day'""")
                .param("notice", notice)
                .param("contact", contact)
                .param("days", KEPT_DAYS)
                .query(JdbcObjectionDrafts::draft)
                .optional();
    }

    @Override
    public void discard(long notice, long contact) {
        jdbc.sql("delete from objection_draft where notice = :notice and contact = :contact")
                .param("notice", notice)
                .param("contact", contact)
                .update();
    }

    @Override
    public void forgetOld() {
        jdbc.sql("""
                        delete from objection_draft where (notice, contact) in (
                            select notice, contact from objection_draft where written_at <= now() - :days * interval '1 day'
                             order by written_at limit 1000 for update skip locked)""").param("days", KEPT_DAYS).update();
    }

    private static ObjectionDraft draft(ResultSet row, int number) throws SQLException {
        return new ObjectionDraft(
                Grounds.valueOf(row.getString("grounds")),
                row.getString("text"),
                texts(row, "orders"),
                row.getString("after_case"));
    }
}
