package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormTokenTest {

    private static final String OF_SPRING = "SecurityMockMvcRequestPostProcessors" + ".csrf";

    /** It replaces a part of the house that other tests go on using, whose sessions can then not be stored. */
    @Test
    void no_test_takes_the_one_of_spring() throws IOException {
        List<Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            sources = all.filter(path -> path.toString().endsWith(".java")).toList();
        }

        assertThat(sources)
                .hasSizeGreaterThan(200)
                .allSatisfy(source -> assertThat(Files.readString(source))
                        .as(source.toString())
                        .doesNotContain(OF_SPRING));
    }
}
