package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true, the connection broke in the middle",
        "57P01, true, the administrator ended it",
        "57P03, true, it is starting up",
        "53100, true, its disk is full",
        "53300, true, it takes no more connections",
        "25006, true, it can only be read",
        "58030, true, it could not write a file",
        "57014, false, a statement was cancelled",
        "40001, false, a race was lost",
        "23505, false, a row was there already",
        "42P01, false, we asked for a table that is not there"
    })
    void what_the_database_said_tells_whether_it_is_away(String code, boolean away, String why) {
        Exception wrapped =
                new IllegalStateException("The engine failed", new RuntimeException(new SQLException(why, code)));

        assertThat(DatabaseAway.isBehind(wrapped)).as(why).isEqualTo(away);
    }

    @Test
    void no_connection_and_no_transaction_is_to_be_had_from_one_that_is_away() {
        assertThat(DatabaseAway.isBehind(new SQLTransientConnectionException("timed out after 2000ms")))
                .isTrue();
        assertThat(DatabaseAway.isBehind(new CannotCreateTransactionException("Could not open")))
                .isTrue();
        assertThat(DatabaseAway.isBehind(new DataAccessResourceFailureException("An I/O error occurred")))
                .isTrue();
        assertThat(DatabaseAway.isBehind(new IllegalStateException("anything else")))
                .isFalse();
    }

    @Test
    void what_could_not_be_rolled_back_still_says_why_it_failed() {
        TransactionSystemException undone =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(DatabaseAway.isBehind(undone)).isFalse();

        undone.initApplicationException(new RuntimeException(new SQLException("the administrator ended it", "57P01")));

        assertThat(DatabaseAway.isBehind(undone)).isTrue();
    }
}
