package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogsWithoutSecretsTest {

    private static final String PATH = "/n/TgABAAAAAAAAABsAAAAAAAAAFQAAAABM-VClcJuHNEAcbAHtehb_/";

    private final LoggerContext logs = new LoggerContext();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void no_line_of_text_holds_a_link_not_even_of_an_exception() {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setPattern("%-5level %logger : %msg%n%ex");
        assertThatNoLinkIsIn(lines);
        assertThat(text())
                .startsWith("WARN  any : No mapping for GET /n/\u2026/")
                .contains("IllegalStateException: [/n/\u2026/");
    }

    @Test
    void no_structured_line_holds_one() {
        assertThatNoLinkIsIn(new JsonEncoder());
        assertThat(text()).contains("\"page\":\"\\/n\\/\u2026\\/\"");
    }

    private void assertThatNoLinkIsIn(Encoder<ILoggingEvent> lines) {
        logs.setMDCAdapter(new LogbackMDCAdapter());
        lines.setContext(logs);
        lines.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(logs);
        appender.setEncoder(lines);
        appender.setOutputStream(written);
        appender.start();
        logs.getLogger("ROOT").addAppender(appender);
        LogsWithoutSecrets.in(logs);
        LogsWithoutSecrets.in(logs);

        logs.getLogger("any")
                .atWarn()
                .addKeyValue("page", PATH)
                .setCause(new IllegalStateException("[" + PATH + "] is odd"))
                .log("No mapping for GET {}", PATH);

        assertThat(text()).isNotEmpty().doesNotContain("VClcJuHNEAcbAHtehb");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
