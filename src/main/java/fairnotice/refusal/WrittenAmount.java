package fairnotice.refusal;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

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
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Language.reader())).format(number);
    }
}
