package fairnotice.publisher;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The address of a site: scheme, host and perhaps port (RFC 3986, section 3), with nothing behind it. */
public final class SiteAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 500;

    private SiteAddress() {}

    /** Whether customers can safely be led there: with https, and neither a path nor a user. */
    public static boolean isSecure(String url) {
        URI site = site(url);
        return site != null && "https".equals(site.getScheme());
    }

    /** Whether it may be set in the browser: safe for customers, or of this machine alone, to try it out. */
    static boolean mayBeSet(String url) {
        URI site = site(url);
        return isSecure(url) || site != null && "http".equals(site.getScheme()) && LOOPBACK.contains(host(site));
    }

    /** Key of the sentence that says why it may not. */
    static String whyNot(String url) {
        URI parts = parsed(url);
        if (parts == null || parts.getHost() == null) {
            return "refused.publisher.address";
        }
        return site(url) == null ? "refused.publisher.address-path" : "refused.publisher.address-https";
    }

    /** Whether it leads to a page of the web: http or https, and a host. */
    static boolean isPage(String url) {
        URI page = parsed(url);
        return page != null
                && page.getHost() != null
                && page.getRawUserInfo() == null
                && page.getScheme().matches("(?i)https?")
                && url.length() <= LONGEST;
    }

    static String authority(String url) {
        URI parts = URI.create(url);
        String authority = parts.getRawAuthority();
        return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    }

    static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }

    private static URI site(String url) {
        URI parts = parsed(url);
        return parts != null
                        && parts.getHost() != null
                        && parts.getRawUserInfo() == null
                        && withoutSlash(parts.getRawPath()).isEmpty()
                        && parts.getRawQuery() == null
                        && parts.getRawFragment() == null
                ? parts
                : null;
    }

    private static String host(URI site) {
        return site.getHost().toLowerCase(Locale.ROOT);
    }

    /** Null where it is no absolute address with an authority. */
    private static URI parsed(String url) {
        try {
            URI parts = new URI(url);
            return parts.getScheme() == null || parts.isOpaque() ? null : parts;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
