package fairnotice.demo;

import fairnotice.process.clock.EngineClock;
import fairnotice.timekeeping.MachineClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The clock of a demonstration in place of the real one, and the engine's set by it before any job runs. */
@InDemo
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
class DemoTime {

    /** At the first start the story begins in the past, in the morning. */
    @Bean
    @Primary
    DemoClock demoClock(MachineClock machine, DemoStory story, DemoSettings settings) {
        Clock real = machine.withZone(ZoneOffset.UTC);
        if (story.isTaken()) {
            throw new DemoRefused(
                    "This database was begun without the demo, and invented customers do not belong among real ones.",
                    "Set FAIRNOTICE_DEMO=off, or choose another data folder with FAIRNOTICE_DATA.");
        }
        if (!story.exists()) {
            begin(story, real.instant(), settings);
        }
        return new DemoClock(real, story);
    }

    private static void begin(DemoStory story, Instant now, DemoSettings settings) {
        Instant begins = settings.data() ? morning(now.minus(settings.past())) : now;
        story.begin(begins, Duration.between(now, begins));
    }

    private static Instant morning(Instant day) {
        return day.atZone(ZoneOffset.UTC).toLocalDate().atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    /** Singletons are made before the engine's jobs start to run, and gone after they have stopped. */
    @Bean
    EngineFollows engineFollows(DemoClock clock, EngineClock engine) {
        return new EngineFollows(clock, engine);
    }

    record EngineFollows(DemoClock clock, EngineClock engine) implements SmartInitializingSingleton, DisposableBean {

        @Override
        public void afterSingletonsInstantiated() {
            engine.runAhead(clock.ahead());
        }

        /** The engine's clock is one for the whole JVM: whoever comes next finds it as it was. */
        @Override
        public void destroy() {
            engine.runAhead(Duration.ZERO);
        }
    }
}
