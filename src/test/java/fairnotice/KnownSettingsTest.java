package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class KnownSettingsTest {

    private static final Pattern SETTING = Pattern.compile("\\$\\{(fairnotice\\.[a-z.-]+)");
    private static final Pattern DOCUMENTED =
            Pattern.compile("`(fairnotice\\.[a-z-]+(?:\\.[a-z-]+)*|FAIRNOTICE_[A-Z_]+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fairnotice.mail.batch-size",
                "FAIRNOTICE_MAIL_BATCHSIZE",
                "FAIRNOTICE_MAIL_BATCH_SIZE",
                "fairnotice.limits.mail-client.most",
                "FAIRNOTICE_SETUPCODE",
                "FAIRNOTICE_DB_PASSWORD",
                "fairnoticed.else",
                "server.port"
            })
    void what_there_is_or_is_not_ours_may_be_set(String name) {
        assertThatCode(() -> start(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fairnotice.mail.batchsizes", "FAIRNOTICE_PUBLICURI", "Fairnotice_demos", "fairnotice.mail"})
    void what_there_is_not_stops_the_start(String name) {
        assertThatThrownBy(() -> start(name)).hasMessage("There is no setting named " + name + ".");
    }

    @Test
    void every_setting_that_is_read_or_documented_is_known() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|yml)"))
                    .toList()) {
                SETTING.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(read::add);
            }
        }
        Set<String> documented = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/operations.md"))) {
            Matcher first = DOCUMENTED.matcher(line);
            if (line.startsWith("| `") && first.find()) {
                documented.add(first.group(1));
            }
        }

        assertThat(read).hasSizeGreaterThan(10).allSatisfy(KnownSettingsTest::start);
        assertThat(documented).hasSizeGreaterThan(20).allSatisfy(KnownSettingsTest::start);
    }

    private static void start(String name) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("set", Map.of(name, "x")));
        new KnownSettings().postProcessEnvironment(environment, null);
    }
}
