package fairnotice.process;

import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine finds its tables when it starts: they are ours, made by Flyway, so it waits for the migrations. */
@Configuration(proxyBeanMethods = false)
class EngineStartup {

    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor engineAfterMigrations() {
        return new AbstractDependsOnBeanFactoryPostProcessor(
                ProcessEngineFactoryBean.class, FlywayMigrationInitializer.class) {};
    }
}
