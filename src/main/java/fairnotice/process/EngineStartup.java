package fairnotice.process;

import fairnotice.timekeeping.NodeClock;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine finds its tables when it starts: they are ours, made by Flyway, so it waits for the migrations. It keeps a history of its
 * own only as far as somebody reads it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessSettings.class)
class EngineStartup {

    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor engineAfterMigrations() {
        return new AbstractDependsOnBeanFactoryPostProcessor(
                ProcessEngineFactoryBean.class, FlywayMigrationInitializer.class) {};
    }

    /** Jobs stay where they are while this node's clock is wrong: to it, a timer of another month would be due. */
    @Bean
    static ProcessEnginePlugin jobsWaitForTheClock(NodeClock clock) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                JobExecutor executor = engine.getJobExecutor();
                executor.setAcquireJobsCmdFactory(
                        most -> clock.mayAct() ? new AcquireJobsCmd(executor, most) : nobody -> new AcquiredJobs(most));
            }
        };
    }

    @Bean
    static ProcessEnginePlugin historyOfTasks() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomHistoryLevels(List.of(new HistoryOfTasks()));
                engine.setHistory(HistoryOfTasks.NAME);
            }
        };
    }
}
