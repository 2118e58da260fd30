package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Pattern OPTIONAL_FIELD = Pattern.compile("layout-form :: (box|area)\\([^\n]*, false\\)}");
    private static final Pattern HINT = Pattern.compile("#\\{([\\w.]+\\.hint[\\w.]*)");

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[\\w:]+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern INCLUSION = Pattern.compile("th:(replace|insert)=");
    private static final Pattern CONDITION = Pattern.compile("th:(if|unless|each)=");

    private static final String PROTOTYPE =
            "<([\\w:]+)(?=\\s(?:[^<>\"]|\"[^\"]*\")*th:(?:u?text|replace)=)(?:[^<>\"]|\"[^\"]*\")*>[^<]*</\\1>";

    /** What the engine works out. */
    private static final String WORKED_OUT = "\\[\\[.*?]]|\\[\\(.*?\\)]|\\[#(?:[^\"\\]]|\"[^\"]*\")*]|\\[/]";

    /** Addresses, and what is filled in for each recipient. */
    private static final String FILLED_IN = "\\{\\{base}}\\S*|\\{\\{[^}]*}}";

    private static final Pattern EXPRESSION = Pattern.compile("\\[\\[(.*?)]]|\\[\\((.*?)\\)]|th:[\\w-]+=\"([^\"]*)\"");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** A word for people: a key or the name of a value has no space in it and no capital alone. */
    private static final Pattern WORD = Pattern.compile("\\s\\p{L}|\\p{L}\\s|^\\p{Lu}\\p{Ll}+$");

    /** Bundles have every sentence in each language; a template has only one. */
    @Test
    void no_word_of_a_mail_stands_in_its_template() throws IOException {
        List<String> words = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.list(TEMPLATES.resolve("mail"))) {
            for (Path file : files.sorted().toList()) {
                words(Files.readString(file)).forEach(word -> words.add(file.getFileName() + ": " + word));
                read++;
            }
        }

        assertThat(read).isGreaterThan(50);
        assertThat(words).isEmpty();
    }

    @Test
    void a_word_is_found_wherever_it_stands() {
        assertThat(words("<!-- A remark --><p th:text=\"#{mail.dear(${name})}\">Dear reader,</p>"
                        + "<a href=\"{{base}}/n/{{token}}\" th:text=\"${late} ? #{mail.late} : 'mail.soon'\">Go</a>"
                        + "[[${day}]] {{name}}, ({{zone}})"))
                .isEmpty();
        assertThat(
                        words(
                                "[# th:if=\"${a != null}\"][(#{mail.why(${a}, ${b.c()})})] [/]- {{#waits}}{{base}}/n/{{token}}{{/waits}}"))
                .isEmpty();
        assertThat(words("{{#case[(${outcome})]}}{{base}}[# th:if=\"${a == 'b'}\"]/overdue[/]{{/case[(${outcome})]}}"))
                .isEmpty();
        assertThat(words("<p>Dear {{name}},</p>")).containsExactly("Dear ,");
        assertThat(words("<p th:if=\"${late}\">It is late.</p>")).containsExactly("It is late.");
        assertThat(words("See your notice:\n{{base}}/n/{{token}}")).containsExactly("See your notice:");
        assertThat(words("[# th:if=\"${a}\"]It waits[/] [(${day})]")).containsExactly("It waits");
        assertThat(words("[(${a} ? 'that is done' : '.')]")).containsExactly("that is done");
        assertThat(words("[[${a} ? 'Calculated' : 'mail.refund']]")).containsExactly("Calculated");
        assertThat(words("[(${#strings.listJoin(all, ' and ')})]")).containsExactly(" and ");
        assertThat(words("<p th:text=\"|Dear ${name}|\">A</p>")).containsExactly("Dear ${name}");
    }

    private static List<String> words(String template) {
        String shown = template.replaceAll("(?s)<!--.*?-->|<style>.*?</style>", "");
        List<String> words = new ArrayList<>();
        shown.replaceAll(PROTOTYPE, "")
                .replaceAll(TAG.pattern() + "|</[\\w:]+>", "\n")
                .replaceAll(WORKED_OUT, "")
                .replaceAll(FILLED_IN, "")
                .lines()
                .map(String::strip)
                .filter(line -> LETTER.matcher(line).find())
                .forEach(words::add);
        EXPRESSION
                .matcher(shown)
                .results()
                .flatMap(hit -> Stream.of(hit.group(1), hit.group(2), hit.group(3)))
                .filter(Objects::nonNull)
                .flatMap(expression -> LITERAL.matcher(expression).results())
                .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                .filter(literal ->
                        WORD.matcher(literal.replaceAll("\\$\\{[^}]*}", "")).find())
                .forEach(words::add);
        return words;
    }

    @Test
    void no_field_is_marked_optional_whose_hint_says_when_it_is_needed() throws IOException {
        ResourceBundle texts = ResourceBundle.getBundle("messages.workspace", Locale.ROOT);
        List<String> hints = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES.resolve("workspace"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                OPTIONAL_FIELD
                        .matcher(Files.readString(file))
                        .results()
                        .flatMap(field -> HINT.matcher(field.group()).results())
                        .map(hint -> hint.group(1) + ": " + texts.getString(hint.group(1)))
                        .forEach(hints::add);
            }
        }

        assertThat(hints).hasSizeGreaterThan(10);
        assertThat(hints).noneMatch(hint -> hint.contains(": Needed") || hint.contains(": Required"));
    }

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
