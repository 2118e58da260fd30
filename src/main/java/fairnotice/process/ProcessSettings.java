package fairnotice.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How processes are told of facts.
 *
 * @param poll how long the conductor waits at most, in real time, before it looks whether it was told or not
 * @param collectTasks how long new tasks are collected, in real time, before their people are told of them in one letter
 */
@ConfigurationProperties("fairnotice.process")
record ProcessSettings(
        @DefaultValue("5s") Duration poll,
        @DefaultValue("2m") Duration collectTasks) {}
