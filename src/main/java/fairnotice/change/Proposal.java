package fairnotice.change;

import fairnotice.refusal.KeptPhrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryField;
import fairnotice.register.Subprocessor;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants to change on a register.
 *
 * @param replaces name of the entry that a REPLACE takes the place of; null otherwise
 * @param personalData whether the vendor processes personal data
 * @param material whether the proposer calls it material; {@link Materiality} may overrule a no
 * @param securityCritical whether waiting would leave a security risk open
 * @param goLiveAt first day of use wished for, in the register's zone; null for as soon as the promise allows
 * @param reason why, for the reviewers and the audience
 */
public record Proposal(
        ChangeKind kind,
        String replaces,
        boolean personalData,
        boolean material,
        boolean securityCritical,
        LocalDate goLiveAt,
        String reason,
        Subprocessor subprocessor) {

    /** Why, in the language that is spoken where it was not typed by anybody: a withdrawal proposes a removal. */
    public String reasonInWords() {
        return keptReason(reason);
    }

    /** The same of a reason that was kept. */
    public static String keptReason(String kept) {
        return KeptPhrase.inWords(kept, "said.removal.reason");
    }

    /** The name of the listed entry it touches: the replaced one, or the one modified, removed or to be added. */
    public String entryName() {
        return kind == ChangeKind.REPLACE ? replaces : subprocessor.name();
    }

    /** Every name that no other running change of the register may touch, in lower case. */
    public Set<String> claims() {
        Set<String> names = new LinkedHashSet<>();
        names.add(key(subprocessor.name()));
        names.add(key(entryName()));
        return names;
    }

    /**
     * The vendor and the entry that it is about, by every name they have and each word that tells it from others, spelled alike. A removal is about itself: it takes nothing back from
     * those who were told that the vendor comes.
     */
    public Set<String> vendors() {
        String about = kind == ChangeKind.REMOVE ? "removal of " : "";
        return Stream.of(subprocessor.name(), entryName(), subprocessor.legalEntity())
                .filter(Objects::nonNull)
                .flatMap(name -> Stream.concat(Stream.of(VendorNames.folded(name)), VendorNames.words(name)))
                .map(name -> about + name)
                .collect(Collectors.toSet());
    }

    /** Whether it says the same of the entry, its weight and its day as another, whatever the reasons are. */
    boolean changesNothingIn(Proposal other) {
        return kind == other.kind
                && personalData == other.personalData
                && material == other.material
                && securityCritical == other.securityCritical
                && Objects.equals(goLiveAt, other.goLiveAt)
                && isSame(replaces, other.replaces)
                && subprocessor.excludable() == other.subprocessor.excludable()
                && Arrays.stream(EntryField.values())
                        .allMatch(field -> isSame(field.of(subprocessor), field.of(other.subprocessor)));
    }

    /** The same reason too. */
    boolean repeats(Proposal other) {
        return changesNothingIn(other) && isSame(reason, other.reason);
    }

    /** A blank says as little as nothing. */
    private static boolean isSame(String one, String other) {
        return said(one).equals(said(other));
    }

    private static String said(String text) {
        return text == null ? "" : text.strip();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
