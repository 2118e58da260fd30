package fairnotice.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded parts keep what is theirs.
 *
 * @param data the data folder, {@code FAIRNOTICE_DATA}
 */
@ConfigurationProperties("fairnotice")
record EmbeddedSettings(@DefaultValue("./data") Path data) {}
