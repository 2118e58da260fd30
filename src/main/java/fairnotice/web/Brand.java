package fairnotice.web;

import fairnotice.register.Register;

/** The publisher whose page this is. A page puts it into its model as {@code brand}, and the layout dresses accordingly. */
public record Brand(String id, String name) {

    public static Brand of(Register register) {
        return new Brand(register.id(), register.name());
    }
}
