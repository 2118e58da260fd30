package fairnotice;

import fairnotice.timekeeping.MachineClock;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Keeps the promise a processor makes about new sub-processors, and proves it. */
@SpringBootApplication
public class Fairnotice {

    public static void main(String[] args) {
        SpringApplication.run(Fairnotice.class, args);
    }

    @Bean
    MachineClock machineClock() {
        return Clock.systemUTC()::instant;
    }

    /** Legal time, which every deadline is counted in; the demo has a clock of its own. */
    @Bean
    Clock clock(MachineClock machine) {
        return machine.withZone(ZoneOffset.UTC);
    }
}
