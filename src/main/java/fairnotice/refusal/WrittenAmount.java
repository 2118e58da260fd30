package fairnotice.refusal;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Optional;

/** Amounts and numbers as people read them, in the language that is spoken. */
public final class WrittenAmount {

    private WrittenAmount() {}

    /** "1,200.00 EUR", "1,200 JPY", "1,200.000 KWD"; "1.200,00 EUR" */
    public static String money(BigDecimal amount, String currency) {
        return number(amount) + " " + currency;
    }

    /** "1,200.00", with the decimals the number has */
    public static String number(BigDecimal number) {
        int decimals = Math.max(0, number.scale());
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return new DecimalFormat(pattern, symbols()).format(number);
    }

    /** "1200.00", as a field shows what is to be typed; "1200,00" */
    public static String typed(BigDecimal amount) {
        return amount.toPlainString().replace('.', symbols().getDecimalSeparator());
    }

    /** "1200", "1200.00", "1,200.00"; "1.200,00". Empty for what is written otherwise, since a separator can mean either. */
    public static Optional<BigDecimal> read(String typed) {
        String grouping = String.valueOf(symbols().getGroupingSeparator());
        String decimal = String.valueOf(symbols().getDecimalSeparator());
        String digits = "-?(\\d{1,15}|\\d{1,3}([%s]\\d{3}){1,4})([%s]\\d{1,6})?".formatted(grouping, decimal);
        return Optional.ofNullable(typed)
                .map(String::strip)
                .filter(text -> text.matches(digits))
                .map(text -> new BigDecimal(text.replace(grouping, "").replace(decimal, ".")));
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(Language.reader());
    }
}
