package fairnotice.web;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import fairnotice.access.Secrets;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Takes signed links and tokens out of every line before it is written, whoever writes it and in whatever format: the container and the
 * framework log addresses too, and those of exceptions.
 */
public final class LogsWithoutSecrets implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Right after the logs were set up. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            in(logs);
        }
    }

    /** Doing it twice is doing it once. */
    static void in(LoggerContext logs) {
        logs.getLoggerList()
                .forEach(logger -> logger.iteratorForAppenders().forEachRemaining(appender -> {
                    if (appender instanceof OutputStreamAppender<ILoggingEvent> written
                            && !(written.getEncoder() instanceof WithoutSecrets)) {
                        written.setEncoder(new WithoutSecrets(written.getEncoder()));
                    }
                }));
    }

    /** Another encoder's lines. */
    static final class WithoutSecrets extends EncoderBase<ILoggingEvent> {

        private final Encoder<ILoggingEvent> lines;

        WithoutSecrets(Encoder<ILoggingEvent> lines) {
            this.lines = lines;
            start();
        }

        @Override
        public byte[] headerBytes() {
            return lines.headerBytes();
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            String line = new String(lines.encode(event), StandardCharsets.UTF_8);
            return Secrets.redacted(line).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return lines.footerBytes();
        }
    }
}
