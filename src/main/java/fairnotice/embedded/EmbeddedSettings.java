package fairnotice.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded parts keep what is theirs.
 *
 * @param data the data folder, {@code FAIRNOTICE_DATA}
 * @param postgresPrograms a folder of this user's alone where PostgreSQL's programs are unpacked once for several data folders; the data
 *     folder itself when it is not set
 */
@ConfigurationProperties("fairnotice")
record EmbeddedSettings(@DefaultValue("./data") Path data, Path postgresPrograms) {

    Path programs() {
        return postgresPrograms == null ? data.toAbsolutePath().normalize() : postgresPrograms;
    }
}
