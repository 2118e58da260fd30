package fairnotice.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A colleague comes and goes: two administrators give an account, whose owner chooses a password by the link in the mailbox. */
class StaffInBrowserTest extends BrowserStory {

    private static final String PASSWORD = "four words and a stone";

    @Test
    void a_colleague_gets_an_account_chooses_a_password_and_is_signed_out_when_deactivated() {
        Page admin = signedIn("admin");
        admin.click("nav.menu a[href='/staff']");
        fitsAtBothWidths(admin);
        admin.click("main a[href='/staff/new']");
        admin.click("main form button[type=submit]");
        assertThat(admin.locator(".error-summary")).isVisible();
        fitsAtBothWidths(admin);
        admin.fill("[name=name]", "Nora Lind");
        admin.fill("[name=email]", "nora@staff.example.com");
        admin.fill("[name=username]", "nora");
        admin.check("input[name=held][value='LEGAL:opsticket']");
        admin.click("main form button[type=submit]");
        admin.click("main a[href='/staff/accounts/nora']");
        assertThat(admin.locator("main")).containsText("You asked for this");
        fitsAtBothWidths(admin);

        Page operations = signedIn("operations");
        operations.navigate("/staff/accounts/nora");
        fitsAtBothWidths(operations);
        operations.click("form[action$='/confirmation'] button");
        assertThat(operations.locator("main [role=status]")).containsText("on its way");
        settle();

        Page nora = window(320, ColorScheme.DARK);
        nora.navigate("/mailbox?to=nora@staff.example.com");
        nora.click("main table a[href*='/mailbox/']");
        nora.click("pre.letter a[href*='/login/password/']");
        nora.fill("[name=password]", "short");
        nora.fill("[name=again]", "short");
        nora.click("main form button[type=submit]");
        assertThat(nora.locator(".error-summary")).isVisible();
        fitsAtBothWidths(nora);
        nora.fill("[name=password]", PASSWORD);
        nora.fill("[name=again]", PASSWORD);
        nora.click("main form button[type=submit]");
        assertThat(nora.locator("[role=status]")).containsText("Sign in with it.");
        fitsAtBothWidths(nora);
        nora.fill("[name=username]", "nora");
        nora.fill("[name=password]", PASSWORD);
        nora.click("main form button[type=submit]");
        nora.waitForURL("**/inbox");

        admin.navigate("/staff/accounts/nora");
        fitsAtBothWidths(admin);
        admin.click("form[action$='/deactivation'] button");
        assertThat(admin.locator("main")).containsText("inactive");
        fitsAtBothWidths(admin);
        nora.navigate("/inbox");
        nora.waitForURL("**/login**");
        nora.click("a[href='/login/password']");
        fitsAtBothWidths(nora);
    }
}
