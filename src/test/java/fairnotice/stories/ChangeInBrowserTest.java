package fairnotice.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of one change in a browser, from its proposal to the published list. */
class ChangeInBrowserTest extends BrowserStory {

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

    private static void fillProposal(Page page) {
        page.fill("[name=reason]", "Backups in a second place");
        page.fill("[name='subprocessor.name']", "Browserline");
        page.fill("[name='subprocessor.legalEntity']", "Browserline B.V.");
        page.fill("[name='subprocessor.purpose']", "Keeps backups");
        page.fill("[name='subprocessor.location']", "Netherlands");
        page.fill("[name='subprocessor.dataCategories']", "Names and email addresses");
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
}
