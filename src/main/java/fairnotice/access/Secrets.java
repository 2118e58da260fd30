package fairnotice.access;

import java.util.regex.Pattern;

/** Whatever lets its reader act for somebody, taken out of a text that is to be kept: signed links and API tokens. */
public final class Secrets {

    private static final String MARK = "…";

    /** What follows one of our doors in an address, whole or encoded, complete or with something behind it. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)((?:(?<![A-Za-z0-9_-])|(?<=%2f))(?:n|subscriptions|filings|login(?:\\\\?/|%2f)+(?:link|password))(?:\\\\?/|%2f|;[^/\\s]*/)+)[^/?#\\\\\\s\"'&<>,)\\]}]{16,}");

    /**
     * Its first bytes are the letter of its purpose and the small number of its key; in those that were signed before, more numbers follow, so
     * that a run of As is in each.
     */
    private static final Pattern LINK = Pattern.compile(
            "(?<![A-Za-z0-9_-])(?:(?=[A-Za-z0-9_-]{2,12}AAAA)|(?=(?:Yw|bg|bw|cg|cw)[A-P]))[A-Za-z0-9_-]{52}(?![A-Za-z0-9_-])");

    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])fn_[A-Za-z0-9_-]{16,}");

    private Secrets() {}

    public static String redacted(String text) {
        String known = ADDRESS.matcher(text).replaceAll("$1" + MARK);
        return TOKEN.matcher(LINK.matcher(known).replaceAll(MARK)).replaceAll("fn_" + MARK);
    }
}
