package fairnotice.access.jdbc;

import fairnotice.access.ProviderAccounts;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProviderAccounts implements ProviderAccounts {

    private final JdbcClient jdbc;

    JdbcProviderAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(String issuer, String subject) {
        return jdbc.sql("select username from provider_account where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean isTaken(String username) {
        return jdbc.sql("select exists (select from provider_account where username = :username)")
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(String issuer, String subject, String username) {
        jdbc.sql("insert into provider_account (issuer, subject, username) values (:issuer, :subject, :username)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("username", username)
                .update();
        jdbc.sql("update staff set awaits_password = false where username = :username and awaits_password")
                .param("username", username)
                .update();
    }
}
