package fairnotice.web;

import fairnotice.register.Register;

/**
 * The publisher whose page this is. A page puts it into its model as {@code brand}, and the layout dresses accordingly.
 *
 * @param binding which text of its agreement is binding, where the reader reads another; null where it is this one
 */
public record Brand(String id, String name, String binding) {

    public static Brand of(Register register) {
        return new Brand(register.id(), register.name(), register.policy().binding());
    }
}
