package fairnotice.web.api;

/** The text of a query parameter. */
final class QueryText {

    private QueryText() {}

    /** Null for a parameter that is there and blank, as for one that is not there. */
    static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
