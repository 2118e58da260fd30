package fairnotice.access.jdbc;

import fairnotice.access.SetupCode;
import fairnotice.access.SetupCodes;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSetupCodes implements SetupCodes {

    private final JdbcClient jdbc;

    JdbcSetupCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(SetupCode code) {
        jdbc.sql("""
                insert into setup_code (digest) values (:digest)
                on conflict (only_one) do update set digest = excluded.digest, tries = 0
                 where setup_code.digest <> excluded.digest""").param("digest", code.digest()).update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> take() {
        return jdbc.sql("update setup_code set tries = tries + 1 where tries < :tries returning digest")
                .param("tries", TRIES)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack() {
        jdbc.sql("update setup_code set tries = tries - 1 where tries > 0").update();
    }

    @Override
    public boolean close() {
        return jdbc.sql("delete from setup_code").update() == 1;
    }
}
