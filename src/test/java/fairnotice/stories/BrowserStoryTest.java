package fairnotice.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The life of one change in a browser, as a newcomer would click through it; every page on the way fits and is accessible. */
class BrowserStoryTest extends Story {

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    private Page window(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
        return context.newPage();
    }

    private Page signedIn(String staff) {
        Page page = window(1440, ColorScheme.LIGHT);
        page.navigate("/login");
        page.fill("[name=username]", staff);
        page.fill("[name=password]", "demo");
        page.click("main button[type=submit], form button[type=submit]");
        page.waitForURL("**/inbox");
        return page;
    }

    @Test
    void a_change_is_proposed_reviewed_announced_acknowledged_and_published() {
        customers(
                "opsticket",
                customer("one", "enterprise", contact("ann@one.example.com", "PRIVACY")),
                customer("two", "enterprise", contact("bob@two.example.com", "PRIVACY")));

        Page legal = signedIn("legal");
        legal.navigate("/changes/new?register=opsticket&kind=ADD");
        legal.click("main form button[type=submit]");
        assertThat(legal.locator(".error-summary")).isVisible();
        fillProposal(legal);
        legal.click("main form button[type=submit]");
        legal.waitForURL("**/changes/OPSTICKET-*");
        String reference = legal.url().replaceAll(".*/", "");

        Page counsel = signedIn("counsel");
        counsel.click("main a[href*='" + reference + "']");
        if (!counsel.url().contains("/tasks/")) {
            counsel.click("main a[href*='/tasks/']");
        }
        assertThat(counsel.locator("main")).containsText("2 ");
        counsel.check("input[name=outcome][value=approve]");
        counsel.click("form[method=post]:has(input[name=outcome]) button[type=submit]");
        settle();

        Page customer = window(320, ColorScheme.DARK);
        customer.navigate("/mailbox?to=ann@one.example.com");
        customer.click("main table a[href*='/mailbox/']");
        customer.click("pre.letter a[href*='/n/']");
        assertThat(customer.locator("main")).containsText("Customer one");
        fitsAndIsAccessible(customer);
        customer.click("form[action$='/acknowledge'] button");
        assertThat(customer.locator("form[action$='/acknowledge']")).hasCount(0);

        for (int days = 0; days < 400 && !isListed("opsticket", "Browserline"); days++) {
            legal.navigate("/demo");
            legal.click("form:has(input[value=next-deadline]) button");
            assertThat(legal.locator("main")).isVisible();
        }

        assertThat(recipients(reference, "reminder")).containsExactly("bob@two.example.com");
        Page visitor = window(320, ColorScheme.DARK);
        visitor.navigate("/r/opsticket");
        assertThat(visitor.locator("main")).containsText("Browserline");
        assertThat(visitor.locator("main")).containsText("Browserline added");
        theLedgerIsWhole();
        everyPageFits(reference);
    }

    @Test
    void an_objection_is_filed_answered_and_ended_with_a_refund_on_pages_that_fit() {
        customers("opsticket", withOrder("objector", "enterprise", contact("eve@objector.example.com", "PRIVACY")));
        String reference = add("opsticket", "Disputeline", Map.of());
        approve("counsel", reference);
        String own = noticeLink(reference, "eve@objector.example.com");

        Page page = window(320, ColorScheme.DARK);
        page.navigate(own);
        page.click("a[href$='/objection']");
        fitsAtBothWidths(page);
        page.check("input[name=grounds][value=LOCATION]");
        page.fill("[name=text]", "x".repeat(4001));
        page.click("button[value=check]");
        assertThat(page.locator(".error-summary")).isFocused();
        fitsAtBothWidths(page);
        page.fill("[name=text]", "Not in this country, please.");
        page.click("button[value=check]");
        fitsAtBothWidths(page);
        page.setInputFiles(
                "[name=attachments]",
                new FilePayload("reasons.txt", "text/plain", "Because".getBytes(StandardCharsets.UTF_8)));
        page.click("button[value=file]");
        assertThat(page.locator("main")).containsText("Your objection is filed.");
        fitsAtBothWidths(page);
        String objection = page.locator("#case").innerText().replaceAll("(?s).*(OBJ-\\S+).*", "$1");
        settle();

        complete("legal", objection, Map.of("outcome", "admit"));
        complete("legal", objection, Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "It stays here."));
        page.navigate(own);
        fitsAtBothWidths(page);
        page.click("a[href*='action=accept']");
        fitsAtBothWidths(page);
        page.navigate(own);
        page.check("input[name=action][value=reject]");
        page.click("form[action$='/reply'] button[type=submit]");
        assertThat(page.locator("main")).containsText("You have rejected the offer.");
        fitsAtBothWidths(page);

        page.click("a[href$='/termination']");
        fitsAtBothWidths(page);
        page.check("input[name=orders]");
        page.click("button[value=worksheet]");
        assertThat(page.locator(".error-summary")).isFocused();
        fitsAtBothWidths(page);
        page.fill("input[type=date]", page.getAttribute("input[type=date]", "min"));
        page.click("button[value=worksheet]");
        assertThat(page.locator("main")).containsText("EUR");
        fitsAtBothWidths(page);
        page.click("button[value=code]");
        fitsAtBothWidths(page);
        page.fill("[name=code]", code(objection));
        page.click("button[value=confirm]");
        assertThat(page.locator("main")).containsText("What you chose to end");
        fitsAtBothWidths(page);
        settle();
        theRefundIsWorkedByFinance(objection);
        page.navigate(own);
        assertThat(page.locator("a[href$='/statement']")).isVisible();

        page.navigate("/r/opsticket/changes/" + reference + "/object");
        page.click("main form button[type=submit]");
        assertThat(page.locator(".error-summary")).isFocused();
        fitsAtBothWidths(page);
    }

    /** The whole term of 71 years, 18 leap days among them, cost 36,500 euros; it ends today, and the days after it are given back. */
    private void theRefundIsWorkedByFinance(String objection) {
        JsonNode termination = terminationOf(objection);
        long all = ChronoUnit.DAYS.between(LocalDate.of(2020, 1, 1), LocalDate.of(2091, 1, 1));
        long unused = ChronoUnit.DAYS.between(today().plusDays(1), LocalDate.of(2091, 1, 1));
        String byHand = new BigDecimal(36500)
                .multiply(BigDecimal.valueOf(unused))
                .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_EVEN)
                .toPlainString();
        assertThat(termination.at("/due/EUR").asText()).isEqualTo(byHand);
        String reference = termination.get("reference").asText();
        Page finance = atTask("finance", reference);
        finance.click("main form button[type=submit]");
        assertThat(finance.locator(".error-summary")).isFocused();
        fitsAtBothWidths(finance);
        finance.check("input[name=outcome][value=approve]");
        finance.click("main form button[type=submit]");
        fitsAtBothWidths(finance);
        settle();

        Page cfo = atTask("cfo", reference);
        cfo.click("main form button[type=submit]");
        assertThat(cfo.locator(".error-summary")).isFocused();
        fitsAtBothWidths(cfo);
        cfo.fill("input[type=text]", "SEPA-2026-77");
        cfo.fill("input[type=date]", today().toString());
        cfo.click("main form button[type=submit]");
        settle();
        cfo.navigate("/terminations/" + reference);
        fitsAtBothWidths(cfo);
        assertThat(cfo.locator("main")).containsText("confirmed to the customer");
        cfo.navigate("/terminations");
        fitsAtBothWidths(cfo);
        JsonNode statement = mails(reference, "statement").get(0);
        assertThat(statement.get("text").asText().replace(",", "")).contains(byHand);
        assertThat(statement.at("/enclosures/0/name").asText()).isEqualTo(reference + ".pdf");
        assertThat(as("legal")
                        .get("/api/v1/objections/" + objection)
                        .get("state")
                        .asText())
                .isEqualTo("TERMINATED");
    }

    private JsonNode terminationOf(String objection) {
        for (JsonNode termination : as("finance").get("/api/v1/terminations")) {
            if (termination.get("objection").asText().equals(objection)) {
                return termination;
            }
        }
        throw new AssertionError("No termination of " + objection);
    }

    private Page atTask(String staff, String reference) {
        Page page = signedIn(staff);
        page.click("main a[href*='/terminations/" + reference + "/tasks/']");
        fitsAtBothWidths(page);
        return page;
    }

    @Test
    void a_customer_is_asked_replies_twice_and_accepts_a_cure() {
        customers("opsticket", withOrder("agreeing", "enterprise", contact("una@agreeing.example.com", "PRIVACY")));
        String reference = add("opsticket", "Agreeline", Map.of());
        approve("counsel", reference);
        Page page = window(320, ColorScheme.DARK);
        page.navigate("/mailbox?to=una@agreeing.example.com");
        page.click("main table a[href*='/mailbox/']");
        page.click("pre.letter a[href*='/n/']");
        String own = page.url();
        page.click("a[href$='/objection']");
        page.check("input[name=grounds][value=OTHER]");
        page.click("button[value=check]");
        page.click("button[value=file]");
        String objection = page.locator("#case").innerText().replaceAll("(?s).*(OBJ-\\S+).*", "$1");
        settle();
        assertThat(mails(objection, "is filed").get(0).at("/enclosures/0/type").asText())
                .startsWith("text/calendar");

        as("legal").post("/api/v1/objections/" + objection + "/messages", Map.of("text", "What worries you?"));
        settle();
        says(page, own, "Where the keys lie.");
        assertThat(page.locator("main")).containsText("What worries you?");
        complete("legal", objection, Map.of("outcome", "admit"));
        complete("legal", objection, Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "With us alone."));
        page.navigate(own);
        page.check("input[name=action][value=reply]");
        says(page, null, "Please let that be audited.");
        settle();
        complete("legal", objection, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "Audited every year."));
        page.navigate(own);
        page.click("a[href*='action=accept']");
        page.click("form:has([name=contact]) button[type=submit]");
        page.fill("[name=code]", code(objection));
        page.click("form:has([name=code]) button[type=submit]");
        settle();
        page.navigate(own);
        fitsAtBothWidths(page);

        assertThat(as("legal")
                        .get("/api/v1/objections/" + objection)
                        .get("state")
                        .asText())
                .isEqualTo("CURED");
        assertThat(recipients(objection, "is settled")).containsExactly("una@agreeing.example.com");
        theLedgerIsWhole();
    }

    /** @param path where to go first; null to stay */
    private static void says(Page page, String path, String words) {
        if (path != null) {
            page.navigate(path);
        }
        page.fill("[name=text]", words);
        page.click("form[action$='/reply'] button[type=submit]");
        assertThat(page.locator("main")).containsText(words);
    }

    private static Map<String, Object> withOrder(String id, String plan, Object contact) {
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

    @Test
    void legal_works_objections_on_pages_that_fit() {
        customers("opsticket", withOrder("worked", "enterprise", contact("joe@worked.example.com", "PRIVACY")));
        String change = add("opsticket", "Workline", Map.of());
        approve("counsel", change);

        Page gc = signedIn("gc");
        gc.navigate("/changes/" + change + "/objections/new");
        fitsAtBothWidths(gc);
        gc.click("main form button[type=submit]");
        assertThat(gc.locator(".error-summary")).isFocused();
        fitsAtBothWidths(gc);
        String objection = writtenDown(gc, change);
        fitsAtBothWidths(gc);

        gc.click("main a[href*='/tasks/']");
        fitsAtBothWidths(gc);
        gc.click("a:has-text('Choose worked')");
        gc.check("input[name=outcome][value=match]");
        gc.click("main form button[type=submit]");
        settle();
        gc.reload();
        gc.check("input[name=to][value=staff]");
        gc.fill("[name=text]", "A customer of ten years");
        gc.click("main form[action$='/messages'] button");
        assertThat(gc.locator("li.internal")).containsText("A customer of ten years");
        fitsAtBothWidths(gc);

        gc.click("main a[href*='/tasks/']");
        fitsAtBothWidths(gc);
        gc.check("input[name=outcome][value=admit]");
        gc.click("main form button[type=submit]");
        settle();
        gc.reload();
        gc.click("main a[href*='/tasks/']");
        fitsAtBothWidths(gc);
        for (String path : List.of("/objections", "/overdue", "/inbox", "/changes/" + change)) {
            gc.navigate(path);
            fitsAtBothWidths(gc);
        }
        assertThat(as("gc").get("/api/v1/objections/" + objection).get("state").asText())
                .isEqualTo("CURE");
    }

    /** @return reference of an objection from nobody known, on whose page the browser then is */
    private String writtenDown(Page page, String change) {
        String now = LocalDateTime.ofInstant(settle(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        page.navigate("/changes/" + change + "/objections/new");
        page.check("input[name=channel][value=EMAIL]");
        page.fill("[name=receivedAt]", now);
        page.fill("[name=sender]", "Outside counsel");
        page.fill("[name=email]", "counsel@worked.example.com");
        page.fill("[name=text]", "We object, and will say why at length: " + "Longwordwithoutanend".repeat(8));
        page.selectOption("[name=grounds]", "LOCATION");
        page.click("main form button[type=submit]");
        page.waitForURL("**/objections/OBJ-*");
        settle();
        page.reload();
        return page.url().replaceAll(".*/", "");
    }

    /** Without motion, since a colour measured while it fades from one scheme to the other is neither's. */
    private static void fitsAtBothWidths(Page page) {
        List<String> amiss = new ArrayList<>();
        for (int width : new int[] {1440, 320}) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE));
            amiss.addAll(amiss(page, page.url().replaceAll("/n/[^/]*", "/n/…") + " at " + width + " px"));
        }
        assertThat(amiss).isEmpty();
    }

    private static void fillProposal(Page page) {
        page.fill("[name=reason]", "Backups in a second place");
        page.fill("[name='subprocessor.name']", "Browserline");
        page.fill("[name='subprocessor.legalEntity']", "Browserline B.V.");
        page.fill("[name='subprocessor.purpose']", "Keeps backups");
        page.fill("[name='subprocessor.location']", "Netherlands");
        page.fill("[name='subprocessor.dataCategories']", "Names and e-mail addresses");
        page.selectOption("[name='subprocessor.category']", "data");
    }

    private void everyPageFits(String reference) {
        List<String> paths = List.of(
                "/",
                "/r/opsticket",
                "/r/securicom",
                "/r/opsticket/versions",
                "/r/opsticket/changes/" + reference,
                "/r/opsticket/subscribe",
                "/login",
                "/mailbox",
                "/demo",
                "/inbox",
                "/changes",
                "/changes/" + reference,
                "/changes/new?register=opsticket&kind=ADD",
                "/registers/opsticket",
                "/customers",
                "/mailings");
        List<String> amiss = new ArrayList<>();
        for (int width : new int[] {320, 1440}) {
            Page page = signedIn("gc");
            page.setViewportSize(width, 900);
            ColorScheme scheme = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String path : paths) {
                page.navigate(path);
                amiss.addAll(amiss(page, path + " at " + width + " px, " + scheme));
            }
        }
        assertThat(amiss).isEmpty();
    }

    private static void fitsAndIsAccessible(Page page) {
        assertThat(amiss(page, page.url().replaceAll("/n/.*", "/n/…"))).isEmpty();
    }

    private static List<String> amiss(Page page, String where) {
        List<String> amiss = new ArrayList<>();
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
            amiss.add(where + " scrolls sideways");
        }
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> amiss.add(where + ": " + rule.getId() + " "
                        + rule.getNodes().get(0).getTarget()));
        return amiss;
    }
}
