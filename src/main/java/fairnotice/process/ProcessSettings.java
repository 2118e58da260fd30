package fairnotice.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How processes are told of facts.
 *
 * @param poll how long the conductor waits at most, in real time, before it looks whether it was told or not
 */
@ConfigurationProperties("fairnotice.process")
record ProcessSettings(@DefaultValue("5s") Duration poll) {}
