package fairnotice.register.file;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where register files lie.
 *
 * @param registers a folder with further {@code *.yml} files; optional
 * @param builtInRegisters whether the two sample registers that come with Fairnotice are loaded; {@code application.yml} ties it to the
 *     demonstration
 */
@ConfigurationProperties("fairnotice")
record RegisterFilesSettings(
        Path registers, @DefaultValue("true") boolean builtInRegisters) {}
