package fairnotice;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How much is done at once, by the processors there are; below every other setting. On two processors, which the figures of
 * {@code docs/operations.md} were measured on, 24 requests at once, 3 to 4 jobs and 40 connections; never more connections than PostgreSQL
 * admits by default (100, of which it keeps three).
 */
class SizedToMachine implements EnvironmentPostProcessor {

    private static final int MOST_REQUESTS = 48;
    private static final int MOST_JOBS = 16;
    /** Connections of senders, conductor and clockworks. */
    private static final int OTHERS = 12;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "machine", sized(Runtime.getRuntime().availableProcessors())));
    }

    static Map<String, Object> sized(int processors) {
        int requests = Math.min(12 * processors, MOST_REQUESTS);
        int jobs = Math.min(2 * processors, MOST_JOBS);
        return Map.of(
                "fairnotice.requests.at-once",
                requests,
                "camunda.bpm.job-execution.core-pool-size",
                Math.min(processors + 1, jobs),
                "camunda.bpm.job-execution.max-pool-size",
                jobs,
                "spring.datasource.hikari.maximum-pool-size",
                requests + jobs + OTHERS);
    }
}
