package fairnotice.change;

import fairnotice.register.ChangeKind;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a change brings a vendor that an earlier one brought: of the same name, or the same legal entity under another name, unless both
 * stand on the list side by side, where each is a service of its own.
 */
public final class SameVendor {

    /** The kinds that bring a vendor. */
    public static final Set<ChangeKind> BRINGING = Set.of(ChangeKind.ADD, ChangeKind.REPLACE);

    private SameVendor() {}

    /** @param besideIt whether an entry of that name is on the list beside the one that the later change brings */
    public static boolean isBroughtBy(Proposal earlier, Proposal later, Predicate<String> besideIt) {
        if (!BRINGING.contains(earlier.kind()) || !BRINGING.contains(later.kind())) {
            return false;
        }
        String name = earlier.subprocessor().name();
        return isSame(name, later.subprocessor().name())
                || isSame(
                                earlier.subprocessor().legalEntity(),
                                later.subprocessor().legalEntity())
                        && (isSame(name, later.replaces()) || !besideIt.test(name));
    }

    private static boolean isSame(String one, String other) {
        return one != null && other != null && VendorNames.folded(one).equals(VendorNames.folded(other));
    }
}
