package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read stands in bundles, where it can be put into another language. What only engineers read may stand in code. */
class NoSentenceInCodeTest {

    /** What the operator reads at the terminal and in the log, with what other programs say, and the protocol's own replies. */
    private static final List<String> FOR_OPERATORS = List.of(
            "embedded/",
            "demo/",
            "process/",
            "register/file/",
            "mail/smtp/",
            "worker/",
            "wakeup/",
            "web/monitor/",
            "access/SigningKeyRefused",
            "KnownSettings",
            "ProductionSettings");

    /** Names of countries, regions and legal forms, in which texts are looked for. */
    private static final List<String> NAMES = List.of(
            "change/CloudRegions.java", "change/Countries.java", "change/CountryNames.java", "change/VendorNames.java");

    /** SQL of the session store, the label of a key, the name of a job. */
    private static final List<String> UNSEEN =
            List.of("web/SessionsInDatabase.java", "web/SecurityFormTokens.java", "web/site/AnnouncedChanges.java");

    private static final Path SOURCES = Path.of("src/main/java").toAbsolutePath();

    /** Three words in a row, each of two letters or more: {@code "counts as received"}. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}\\p{Ll}+[,;:]? \\p{L}\\p{Ll}+[,;:]? \\p{L}\\p{Ll}+");

    private static final String LOGGED = "LOG.";

    @Test
    void no_sentence_that_people_read_stands_in_code() throws IOException {
        assertThat(sentences(SOURCES)).isEmpty();
    }

    @Test
    void a_sentence_is_found_wherever_it_stands(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Said.java"), """
                class Said {
                    static final String LATE = "An objection that arrives later";
                    String why() { return "this address is on " + "the list of customers"; }
                    void fail() { throw new IllegalStateException("the list of customers is gone"); }
                    void log() { LOG.info("the list of customers is read"); }
                }
                """);

        assertThat(sentences(sources))
                .containsExactly(
                        "Said.java:2: An objection that arrives later",
                        "Said.java:3: this address is on the list of customers");
    }

    private static List<String> sentences(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(sources)) {
            List<Path> units = paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> isForReaders(sources.relativize(path)))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(units));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(unit, positions, sources, found).scan(unit, null);
            }
        }
        return found;
    }

    /** The room {@code jdbc} writes SQL. */
    private static boolean isForReaders(Path file) {
        String path = file.toString().replace('\\', '/');
        return !path.contains("/jdbc/")
                && Stream.of(FOR_OPERATORS, NAMES, UNSEEN).flatMap(List::stream).noneMatch(path::contains);
    }

    private static final class Reader extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Path sources;
        private final List<String> found;

        private Reader(CompilationUnitTree unit, SourcePositions positions, Path sources, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.sources = sources;
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getValue() instanceof String text
                    && SENTENCE.matcher(text).find()
                    && !isForEngineers(getCurrentPath())) {
                Path file =
                        sources.relativize(Path.of(unit.getSourceFile().toUri().getPath()));
                found.add(file + ":" + line(literal) + ": " + text);
            }
            return null;
        }

        private long line(LiteralTree literal) {
            return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, literal));
        }

        /** In a log line, in an exception that no reader sees, or in an annotation. */
        private static boolean isForEngineers(TreePath path) {
            for (TreePath each = path; each != null; each = each.getParentPath()) {
                Tree tree = each.getLeaf();
                if (tree instanceof AnnotationTree
                        || tree instanceof NewClassTree made
                                && made.getIdentifier().toString().matches(".*(Exception|Error)")
                        || tree instanceof MethodInvocationTree call && isLogged(call)) {
                    return true;
                }
                if (tree instanceof VariableTree) {
                    return false;
                }
            }
            return false;
        }

        private static boolean isLogged(MethodInvocationTree call) {
            return call.getMethodSelect().toString().startsWith(LOGGED);
        }
    }
}
