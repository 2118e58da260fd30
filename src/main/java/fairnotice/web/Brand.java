package fairnotice.web;

import fairnotice.register.Register;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/**
 * The publisher whose page this is. A page puts it into its model as {@code brand}, and the layout dresses accordingly.
 *
 * @param binding which text of its agreement is binding, where the reader reads another; null where it is this one
 */
public record Brand(String id, String name, String binding) {

    public static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    public static Brand of(Register register) {
        return new Brand(register.id(), register.name(), register.policy().binding());
    }

    /** A brand's colour as a style sheet, since the content security policy allows no inline styles. @param accent "#rrggbb" */
    public static byte[] style(String accent) {
        return (":root:not([data-theme]){--accent:" + accent + "}\n").getBytes(StandardCharsets.UTF_8);
    }
}
