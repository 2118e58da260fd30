package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizedToMachineTest {

    /** What PostgreSQL admits by default, without those it keeps for its administrator and the one that listens. */
    private static final int ADMITTED = 100 - 3 - 1;

    @Test
    void two_processors_do_what_the_figures_were_measured_with() {
        assertThat(SizedToMachine.sized(2))
                .isEqualTo(Map.of(
                        "fairnotice.requests.at-once", 24,
                        "camunda.bpm.job-execution.core-pool-size", 3,
                        "camunda.bpm.job-execution.max-pool-size", 4,
                        "spring.datasource.hikari.maximum-pool-size", 40));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 64})
    void every_request_and_job_has_a_connection_and_the_database_admits_them_all(int processors) {
        Map<String, Object> sized = SizedToMachine.sized(processors);

        int requests = (int) sized.get("fairnotice.requests.at-once");
        int jobs = (int) sized.get("camunda.bpm.job-execution.max-pool-size");
        assertThat((int) sized.get("camunda.bpm.job-execution.core-pool-size")).isBetween(1, jobs);
        assertThat((int) sized.get("spring.datasource.hikari.maximum-pool-size"))
                .isGreaterThan(requests + jobs)
                .isLessThanOrEqualTo(ADMITTED);
    }
}
