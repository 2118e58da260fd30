package fairnotice.publisher;

import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.util.Locale;

/**
 * The publisher as an administrator typed it; what is empty is not set.
 *
 * @param address ignored where the environment sets it
 * @param logo the content of a file; null where none was chosen
 * @param withoutLogo whether the logo there is goes
 */
public record TypedPublisher(
        String name, String imprint, String privacy, String accent, String address, byte[] logo, boolean withoutLogo) {

    private static final String COLOUR = "#[0-9a-fA-F]{6}";

    /**
     * What visitors are shown, but for the logo.
     *
     * @throws Refused with every problem at once, but for those of the logo
     */
    Publisher checked(Publisher before) {
        String colour = kept(accent);
        String page = kept(imprint);
        String notice = kept(privacy);
        String reached = kept(address);
        new TextRules()
                .line("name", "refused.publisher.name", name)
                .refuseIf(page != null && !SiteAddress.isPage(page), "imprint", "refused.publisher.page")
                .refuseIf(notice != null && !SiteAddress.isPage(notice), "privacy", "refused.publisher.page")
                .refuseIf(colour != null && !colour.matches(COLOUR), "accent", "refused.publisher.accent")
                .refuseIf(
                        reached != null && !SiteAddress.mayBeSet(reached),
                        "address",
                        reached == null ? "" : SiteAddress.whyNot(reached))
                .orRefuse();
        return before.described(name.strip(), page, notice, colour == null ? null : colour.toLowerCase(Locale.ROOT));
    }

    /** Null for none. */
    String reachedAt() {
        String typed = kept(address);
        return typed == null ? null : SiteAddress.withoutSlash(typed);
    }

    private static String kept(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
