package fairnotice.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Whether something failed because the database cannot be reached or takes no writes: nothing is wrong with what was asked, and it may be
 * asked again. Found by what the database said, since it arrives in as many wrappings as there are ways to ask.
 */
public final class DatabaseAway {

    /** Classes of PostgreSQL's codes: connection, no resources (a full disk among them), operator's intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");
    /** Cancelled on somebody's demand: that was a statement's fault. */
    private static final String CANCELLED = "57014";

    private static final String READ_ONLY = "25006";
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    public static boolean isBehind(Throwable error) {
        return causes(error).anyMatch(DatabaseAway::says);
    }

    private static boolean says(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException undone && isBehind(undone.getApplicationException())
                || cause instanceof SQLException sql && isAway(sql.getSQLState());
    }

    private static boolean isAway(String code) {
        return code != null
                && code.length() == 5
                && (code.equals(READ_ONLY) || !code.equals(CANCELLED) && CLASSES.contains(code.substring(0, 2)));
    }

    /** What it says itself, for the log. */
    static String reason(Throwable error) {
        Optional<String> deepest = causes(error).reduce((outer, inner) -> inner).map(Throwable::getMessage);
        return deepest.orElse(error.toString());
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause).limit(DEEPEST);
    }
}
