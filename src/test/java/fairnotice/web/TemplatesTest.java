package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[\\w:]+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern INCLUSION = Pattern.compile("th:(replace|insert)=");
    private static final Pattern CONDITION = Pattern.compile("th:(if|unless|each)=");

    @Test
    void no_condition_stands_on_an_element_that_is_replaced_since_replacing_comes_first() throws IOException {
        List<String> replaced = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TAG.matcher(Files.readString(file))
                        .results()
                        .map(tag -> file + " " + tag.group())
                        .filter(tag -> INCLUSION.matcher(tag).find())
                        .forEach(replaced::add);
            }
        }

        assertThat(replaced).hasSizeGreaterThan(100);
        assertThat(replaced).noneMatch(tag -> CONDITION.matcher(tag).find());
    }
}
