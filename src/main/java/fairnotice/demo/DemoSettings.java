package fairnotice.demo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a demonstration behaves.
 *
 * @param data whether it begins with customers and a history; without them only staff, clock and mailbox are there
 * @param past how long ago the history begins, at the first start; whole days
 * @param quietWithin real time that the clock waits for engine and mail at each deadline
 */
@ConfigurationProperties("fairnotice.demonstration")
record DemoSettings(
        @DefaultValue("true") boolean data,
        @DefaultValue("75d") Duration past,
        @DefaultValue("30s") Duration quietWithin) {}
