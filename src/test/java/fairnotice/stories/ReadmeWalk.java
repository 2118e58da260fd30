package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README, taken literally in a browser: every step can be done, and it ends where it says. The clock is two months on afterwards. */
public final class ReadmeWalk {

    private static final Pattern WALK = Pattern.compile("(?s)\n## Walk through it\n(.*?)\n## ");
    private static final Pattern STEP = Pattern.compile("(?ms)^\\d+\\. (.*?)(?=^\\d+\\. |^\\S|\\z)");
    private static final Pattern BY_HAND = Pattern.compile("(?ms)^By hand(.*?)(?:\n\n|\\z)");

    private ReadmeWalk() {}

    /** @param port of a demonstration that nobody has touched yet */
    public static void take(int port) throws IOException {
        String walk = section();
        List<String> steps =
                STEP.matcher(walk).results().map(step -> step.group(1)).toList();

        try (Page page = Chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 900))) {
            Reader reader = new Reader(page, port);
            for (String step : steps) {
                assertThat(reader.follow(step)).as(step).isPositive();
            }
            page.navigate("http://localhost:" + port + "/r/opsticket");

            assertThat(steps).hasSizeGreaterThan(9);
            assertThat(page.locator("main").innerText()).contains("Vaultline added");
            theSameCanBeProposedByHand(reader, walk);
        }
    }

    /** Of another name, since Vaultline is listed by now. */
    private static void theSameCanBeProposedByHand(Reader reader, String walk) {
        Matcher byHand = BY_HAND.matcher(walk);
        assertThat(byHand.find()).isTrue();
        assertThat(byHand.group(1)).contains("`Vaultline` into *Vendor*");

        assertThat(reader.follow(byHand.group(1).replace("`Vaultline` into", "`Typedline` into")))
                .isGreaterThan(10);
    }

    private static String section() throws IOException {
        Matcher walk = WALK.matcher(Files.readString(Path.of("README.md")));
        assertThat(walk.find()).as("a section \"Walk through it\"").isTrue();
        return walk.group(1);
    }
}
