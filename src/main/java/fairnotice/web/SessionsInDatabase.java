package fairnotice.web;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions that every node reads, of texts alone: nothing in them depends on a class that the next version writes otherwise. */
@Configuration(proxyBeanMethods = false)
class SessionsInDatabase {

    /** Written when something changed, or a minute has passed: a request that only reads then commits nothing. */
    private static final String UPDATE = """
            update spring_session s
            set session_id = v.session_id, last_access_time = v.accessed, max_inactive_interval = v.idle,
                expiry_time = v.expiry, principal_name = v.principal
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as integer), cast(? as bigint), cast(? as varchar),
                          cast(? as char(36)))) as v (session_id, accessed, idle, expiry, principal, primary_id)
            where s.primary_id = v.primary_id
              and (s.session_id <> v.session_id or s.principal_name is distinct from v.principal
                   or s.max_inactive_interval <> v.idle or v.accessed - s.last_access_time > 60000)
            """;

    /**
     * Each statement by itself, since a request needs two of them at most and half a session is none: it is signed out. A transaction around
     * each would double their cost.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> texts() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, text -> ((String) text).getBytes(StandardCharsets.UTF_8));
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return sessions -> {
            sessions.setConversionService(conversion);
            sessions.setUpdateSessionQuery(UPDATE);
        };
    }
}
