package fairnotice.register;

/**
 * What loading one register file did.
 *
 * @param first whether the register was new, and its version 1 was published
 * @param settings whether page settings changed
 * @param policy the new policy version; null when the promise stayed as it was
 * @param listIgnored whether the file's entries or history differ from those first loaded and from the published ones: the
 *     published list stays
 * @param passedOver whether the file did nothing, since the register is kept in the browser or another has its prefix
 */
public record Loaded(
        String register, boolean first, boolean settings, Integer policy, boolean listIgnored, boolean passedOver) {

    Loaded(String register, boolean first, boolean settings, Integer policy, boolean listIgnored) {
        this(register, first, settings, policy, listIgnored, false);
    }

    static Loaded passedOver(String register) {
        return new Loaded(register, false, false, null, false, true);
    }
}
