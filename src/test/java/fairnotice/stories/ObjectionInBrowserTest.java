package fairnotice.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objections in a browser: filed, asked about, worked by legal, and settled. */
class ObjectionInBrowserTest extends BrowserStory {

    private static final String REGISTER = StoryRegister.BROWSER_OBJECTION.id();

    @Test
    void a_customer_is_asked_replies_twice_and_accepts_a_cure() {
        customers(REGISTER, withOrder("agreeing", "enterprise", contact("una@agreeing.example.com", "PRIVACY")));
        String reference = add(REGISTER, "Agreeline", Map.of());
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
        assertThat(letters(objection, "It counts from the time given below")
                        .get(0)
                        .at("/enclosures/0/type")
                        .asText())
                .startsWith("text/calendar");

        as("legal").post("/api/v1/objections/" + objection + "/messages", Map.of("text", "What worries you?"));
        settle();
        says(page, own, "Where the keys lie.");
        assertThat(page.locator("main")).containsText("What worries you?");
        complete("legal", objection, Map.of("outcome", "admit"));
        complete("legal", objection, Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "With us alone."));
        page.navigate(own);
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
                .isEqualTo("RESOLVED");
        assertThat(recipientsOf(objection, "It settles your objection")).containsExactly("una@agreeing.example.com");
        theLedgerIsWhole();
    }

    /** @param path where to go first; null to stay */
    private static void says(Page page, String path, String words) {
        if (path != null) {
            page.navigate(path);
        }
        page.fill("form:has([name=action][value=reply]) [name=text]", words);
        page.click("form:has([name=action][value=reply]) button[type=submit]");
        assertThat(page.locator("main")).containsText(words);
    }

    @Test
    void legal_works_objections_on_pages_that_fit() {
        customers(REGISTER, withOrder("worked", "enterprise", contact("joe@worked.example.com", "PRIVACY")));
        String change = add(REGISTER, "Workline", Map.of());
        approve("counsel", change);

        Page gc = signedIn("gc");
        gc.navigate("/changes/" + change + "/objections/new");
        fitsAtBothWidths(gc);
        gc.click("main form button[type=submit]");
        assertThat(gc.locator(".error-summary")).isFocused();
        fitsAtBothWidths(gc);
        String objection = writtenDown(gc, change);
        fitsAtBothWidths(gc);

        complete("counsel", objection, Map.of("outcome", "match", "customer", "worked"));
        gc.click("main a[href*='/tasks/']");
        fitsAtBothWidths(gc);
        assertThat(gc.locator("main")).containsText("This does not count yet");
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
                .isEqualTo("AWAITING_OFFER");
    }

    @Test
    void a_long_text_is_kept_through_an_ended_session_a_lost_race_a_back_button_and_a_phone_s_restart() {
        String reasons = "The keys lie where we cannot see them. ".repeat(60).strip();
        customers(REGISTER, withOrder("patient", "enterprise", contact("pia@patient.example.com", "PRIVACY")));
        String change = add(REGISTER, "Patientline", Map.of());
        approve("counsel", change);
        Page phone = window(320, ColorScheme.DARK);
        phone.navigate("/mailbox?to=pia@patient.example.com");
        phone.click("main table a[href*='/mailbox/']");
        phone.click("pre.letter a[href*='/n/']");
        String own = phone.url();

        phone.navigate(own + "/objection");
        phone.fill("[name=text]", reasons);
        phone = restarted(phone);
        phone.navigate(own + "/objection");
        assertThat(phone.locator("[name=text]")).hasValue(reasons);
        assertThat(phone.locator("main")).containsText("This is what you typed before. It has not been sent.");

        phone.check("input[name=grounds][value=OTHER]");
        phone.click("button[value=check]");
        phone.waitForURL("**/objection?step=check");
        phone.reload();
        phone.goBack();
        assertThat(phone.locator("[name=text]")).hasValue(reasons);
        phone.goForward();
        assertThat(phone.locator("main")).containsText(reasons);

        phone.context().clearCookies();
        phone.click("button[value=file]");
        assertThat(phone.locator("h1")).hasText("This form had expired");
        assertThat(phone.locator("main")).containsText(reasons);
        fitsAtBothWidths(phone);
        phone.click("main form button[type=submit]");
        phone.waitForURL(own);
        assertThat(phone.locator("main")).containsText("Your objection is submitted.");
        String objection = phone.locator("#case").innerText().replaceAll("(?s).*(OBJ-\\S+).*", "$1");
        for (int back = 0; back < 3; back++) {
            phone.goBack();
            assertThat(phone.locator("#case")).containsText(objection);
        }
        phone.navigate(own);
        assertThat(phone.locator("[name=text]")).hasValue("");
        settle();

        Page gc = signedIn("gc");
        gc.navigate("/objections/" + objection);
        gc.click("main a[href*='/tasks/']");
        gc.check("input[name=outcome][value=refuse]");
        gc.fill("[name=comment]", reasons);
        gc.context().clearCookies();
        gc.click("main form:has([name=outcome]) button[type=submit]");
        assertThat(gc.locator("[role=alert]"))
                .hasText("Your session has ended. Sign in again; what you typed is kept.");
        assertThat(gc.locator("main")).containsText(reasons);
        fitsAtBothWidths(gc);
        complete("legal", objection, Map.of("outcome", "admit"));
        gc.fill("[name=username]", "gc");
        gc.fill("[name=password]", "demo");
        gc.click("main form button[type=submit]");
        gc.waitForURL("**/login/kept");
        gc.click("main form button[type=submit]");
        assertThat(gc.locator("[role=alert]")).containsText("(legal), with “Admissible: propose a resolution”.");
        assertThat(gc.locator("[name=text]")).hasValue(reasons);
        fitsAtBothWidths(gc);
        gc.click("main form[action$='/messages'] button");
        gc.waitForURL("**/objections/" + objection);
        assertThat(gc.locator("li.internal")).containsText(reasons);
        gc.goBack();
        assertThat(gc.locator("main")).isVisible();
    }

    /** The same browser without the cookies that end with it. */
    private static Page restarted(Page page) {
        BrowserContext browser = page.context();
        page.close();
        browser.clearCookies();
        return browser.newPage();
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
}
