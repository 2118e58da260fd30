package fairnotice;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Keeps the promise a processor makes about new sub-processors, and proves it. */
@SpringBootApplication
public class Fairnotice {

    public static void main(String[] args) {
        SpringApplication.run(Fairnotice.class, args);
    }

    /** Legal time, which every deadline is counted in; the demo has a clock of its own. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
