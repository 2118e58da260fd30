package fairnotice.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A story in a browser, as a newcomer would click through it; every page on the way fits and is accessible. */
abstract class BrowserStory extends Story {

    @LocalServerPort
    private int port;

    @AfterEach
    void closeWindows() {
        Chromium.browser().contexts().forEach(BrowserContext::close);
    }

    Page window(int width, ColorScheme scheme) {
        BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme));
        return context.newPage();
    }

    Page signedIn(String staff) {
        Page page = window(1440, ColorScheme.LIGHT);
        page.navigate("/login");
        page.fill("[name=username]", staff);
        page.fill("[name=password]", "demo");
        page.click("main button[type=submit], form button[type=submit]");
        page.waitForURL("**/inbox");
        return page;
    }

    static Map<String, Object> withOrder(String id, String plan, Object contact) {
        Map<String, Object> customer = new HashMap<>(customer(id, plan, contact));
        customer.put(
                "orders",
                List.of(Map.of(
                        "id", "PO-1",
                        "product", "Yearly plan",
                        "begins", "2020-01-01",
                        "ends", "2090-12-31",
                        "prepaid", 36500,
                        "currency", "EUR")));
        return customer;
    }

    /** Without motion, since a colour measured while it fades from one scheme to the other is neither's. */
    static void fitsAtBothWidths(Page page) {
        List<String> amiss = new ArrayList<>();
        for (int width : new int[] {1440, 320}) {
            resize(page, width);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE));
            amiss.addAll(amiss(page, page.url().replaceAll("/n/[^/]*", "/n/…") + " at " + width + " px"));
        }
        assertThat(amiss).isEmpty();
    }

    /** The browser answers before its window has the new size. */
    private static void resize(Page page, int width) {
        page.setViewportSize(width, 900);
        for (int look = 0; look < 100 && !page.evaluate("window.innerWidth").equals(width); look++) {
            page.waitForTimeout(20);
        }
    }

    static void fitsAndIsAccessible(Page page) {
        assertThat(amiss(page, page.url().replaceAll("/n/.*", "/n/…"))).isEmpty();
    }

    /** Texts squeezed into a column of a few letters, broken inside their words. */
    private static final String SQUEEZED = """
            [...document.body.querySelectorAll('*')]
                .filter(one => [...one.childNodes].some(part => part.nodeType === 3 && part.data.trim().length > 8))
                .filter(one => { const box = one.getBoundingClientRect(), size = parseFloat(getComputedStyle(one).fontSize);
                                 return box.width > 1 && box.width < 3 * size && box.height > 4 * size; })
                .map(one => one.textContent.trim().slice(0, 40))
            """;

    static List<String> amiss(Page page, String where) {
        List<String> amiss = new ArrayList<>();
        ((List<?>) page.evaluate(SQUEEZED)).forEach(text -> amiss.add(where + " squeezes: " + text));
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
            amiss.add(where + " scrolls sideways: "
                    + page.evaluate("document.documentElement.scrollWidth + ' in ' + window.innerWidth"));
        }
        // in the page's own window: no page seen here has a frame of another origin, which alone would need a second
        // one
        new AxeBuilder(page)
                .options(violationsOnly())
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(rule -> amiss.add(where + ": " + rule.getId() + " "
                        + rule.getNodes().get(0).getTarget()));
        return amiss;
    }

    /** By every rule; what is in order is not listed, since nobody reads it and listing takes as long as looking. */
    private static AxeRunOptions violationsOnly() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }
}
