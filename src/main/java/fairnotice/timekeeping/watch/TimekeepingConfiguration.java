package fairnotice.timekeeping.watch;

import fairnotice.timekeeping.DatabaseTime;
import fairnotice.timekeeping.MachineClock;
import fairnotice.timekeeping.NodeClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimekeepingSettings.class)
class TimekeepingConfiguration {

    @Bean
    NodeClock nodeClock(MachineClock machine, DatabaseTime database, TimekeepingSettings settings) {
        return new NodeClock(machine, database, System::nanoTime, settings.tolerance());
    }
}
