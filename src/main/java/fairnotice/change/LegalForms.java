package fairnotice.change;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The companies that a text names with their legal form: {@code Yandex LLC}. One named without it is not recognised, and legal reads it. */
final class LegalForms {

    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])([\\p{Lu}\\p{N}][\\p{L}\\p{N}&.'\u2019-]{0,60}(?: [\\p{Lu}\\p{N}&][\\p{L}\\p{N}&.'\u2019-]{0,60}){0,4}?),? "
                    + "(?:LLC|L\\.L\\.C\\.|LLP|L\\.P\\.|Inc|Incorporated|Corp|Corporation|Ltd|Limited|PLC|plc|GmbH|mbH|AG|KG|OHG|UG|eG|SE"
                    + "|B\\.?V|N\\.?V|S\\.?A\\.?S|S\\.?A\\.?R\\.?L|SARL|S\\.?A|S\\.?r\\.?l|S\\.?p\\.?A|S\\.?L|Lda|OOO|OAO|PAO|ZAO|AO|JSC|PJSC|Oy|Oyj|AB|ASA|A/S|ApS"
                    + "|Pte|Pty|Pvt|K\\.?K|Kft|Zrt|s\\.?r\\.?o|a\\.?s|d\\.?o\\.?o|Sp\\. z ?o\\.? ?o)(?![\\p{L}\\p{N}])");

    private LegalForms() {}

    /** With their forms, as they are written. */
    static Set<String> named(String text) {
        Set<String> named = new TreeSet<>();
        Matcher company = NAMED.matcher(text);
        while (company.find()) {
            named.add(company.group());
        }
        return named;
    }

    /** Whether a text names that company, whatever the case and the punctuation. */
    static boolean isIn(String company, String text) {
        return bare(text).contains(bare(company));
    }

    private static String bare(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
