package fairnotice.register;

/**
 * What loading one register file did.
 *
 * @param first whether the register was new, and its version 1 was published
 * @param settings whether page settings changed
 * @param policy the new policy version; null when the promise stayed as it was
 * @param listIgnored whether the file's entries or history differ from those first loaded and from the published ones: the
 *     published list stays
 */
public record Loaded(String register, boolean first, boolean settings, Integer policy, boolean listIgnored) {}
