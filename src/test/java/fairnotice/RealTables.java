package fairnotice;

import fairnotice.access.AccountNotices;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What rooms need to store something, on a fresh database. */
@EnableTransactionManagement
public class RealTables {

    @Bean
    protected DataSource dataSource() {
        return RealDatabase.fresh();
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
        return RealDatabase.client(source);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /** Mail is of a floor above these rooms. */
    @Bean
    AccountNotices notices() {
        return (holder, event) -> {};
    }
}
