package fairnotice.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An objection in a browser that ends with a refund, to the cent. */
class RefundInBrowserTest extends BrowserStory {

    private static final String REGISTER = StoryRegister.BROWSER_REFUND.id();

    @Test
    void an_objection_is_filed_answered_and_ended_with_a_refund_on_pages_that_fit() {
        customers(REGISTER, withOrder("objector", "enterprise", contact("eve@objector.example.com", "PRIVACY")));
        String reference = add(REGISTER, "Disputeline", Map.of());
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
        assertThat(page.locator("main")).containsText("Your objection is submitted.");
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
        page.click("form:has([name=action][value=reject]) button[type=submit]");
        assertThat(page.locator("main"))
                .containsText("You have rejected the offer. We tell all contacts of your organisation by email.");
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
        assertThat(page.locator("main"))
                .containsText("Your termination is confirmed. OpsTicket approves or corrects the calculated refund by");
        fitsAtBothWidths(page);
        settle();
        theRefundIsWorkedByFinance(objection);
        page.navigate(own);
        assertThat(page.locator("a[href$='/statement']")).isVisible();

        page.navigate("/r/" + REGISTER + "/changes/" + reference + "/object");
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
        assertThat(termination.at("/due/EUR").decimalValue()).isEqualByComparingTo(byHand);
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
        assertThat(cfo.locator("main")).containsText("The payment is recorded.");
        settle();
        cfo.navigate("/terminations/" + reference);
        fitsAtBothWidths(cfo);
        assertThat(cfo.locator("main")).containsText("complete, statement issued");
        cfo.navigate("/terminations");
        assertThat(cfo.locator("thead")).containsText("Refund, with tax");
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
}
