package fairnotice.inbox.jdbc;

import fairnotice.register.RegisterActivity;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is under way in a register, of all rooms below. */
@Repository
class JdbcRegisterActivity implements RegisterActivity {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRegisterActivity(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean hasAnnounced(String register) {
        return jdbc.sql("select exists (select from telling where register = :register)")
                .param("register", register)
                .query(Boolean.class)
                .single();
    }

    /** Notices, objections and terminations outlive their change. */
    @Override
    public boolean isUnderWay(String register) {
        return jdbc.sql("""
                        select exists (select from vendor_change
                                        where register = :register
                                          and state not in ('REJECTED', 'PUBLISHED', 'UNLISTED', 'WITHDRAWN'))
                            or exists (select from objection where register = :register and settled_at is null)
                            or exists (select from termination where register = :register and state <> 'CONFIRMED')
                            or exists (select from notice n join vendor_change c on c.reference = n.reference
                                        where n.register = :register and n.superseded_at is null and c.state = 'PUBLISHED'
                                          and greatest(n.notice_ends_at, n.objections_close_at) > :now)
                        """)
                .param("register", register)
                .param("now", clock.instant())
                .query(Boolean.class)
                .single();
    }
}
