package fairnotice.timekeeping.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node's clock is compared with the database's.
 *
 * @param tolerance how far they may be apart
 * @param compare how often they are compared; a clock that is moved in between is noticed all the same
 */
@ConfigurationProperties("fairnotice.timekeeping")
record TimekeepingSettings(
        @DefaultValue("5s") Duration tolerance,
        @DefaultValue("3s") Duration compare) {}
