package fairnotice.change;

import fairnotice.access.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All vendor changes. */
public interface VendorChanges {

    Optional<VendorChange> find(String reference);

    /** @throws fairnotice.refusal.Refused when there is none */
    VendorChange getByReference(String reference);

    /**
     * The change, held for the rest of the transaction: whoever moves a case takes its advisory lock first.
     *
     * @throws fairnotice.refusal.Refused when there is none
     */
    VendorChange lock(String reference);

    /**
     * Adds a change under the next reference of its register and year, and claims the names it touches.
     *
     * @throws fairnotice.refusal.Refused when a running change touches one of them
     */
    void add(VendorChange change);

    /** The reference the next change of a register gets; held until the transaction ends. */
    String nextReference(String register, String prefix, int year);

    /** Keeps a change as it is after a move; an ended one gives up its claims, an amended one changes them. */
    void save(VendorChange change);

    /** Changes of these registers, newest first. */
    List<VendorChange> recent(Scope within, int offset, int limit);

    /** Those there are, by reference. */
    Map<String, VendorChange> byReferences(Collection<String> references);

    /** Of these changes those that were withdrawn, or are in a later round than the one said. @param rounds by reference */
    List<String> withdrawnOrBeyond(Map<String, Integer> rounds);

    /** Changes that have not ended, oldest first. */
    List<VendorChange> running();

    /** References of the changes in any of these states, oldest first. */
    List<String> in(Set<ChangeState> states);

    /** References of the changes that took effect since then and are under way no longer, oldest first. */
    List<String> publishedSince(Instant since);

    /** Whether anybody outside has ever heard of a change. */
    boolean isAnyPublic();

    /** Changes that somebody outside has heard of and that have not ended, or ended since then, oldest first. */
    List<VendorChange> publicSince(Instant since);

    /**
     * The tracks of which customers were told for a vendor of this change ({@link Proposal#vendors}) by other changes that are still running, or
     * that said something else by then or ended without it.
     */
    Set<Track> announcedOfVendors(VendorChange change);

    /** All rounds of one change, first to last. */
    List<Round> rounds(String reference);
}
