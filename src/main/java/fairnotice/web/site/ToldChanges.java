package fairnotice.web.site;

import java.util.List;

/**
 * What of a register's changes is open to all, answered from memory: the public pages ask on every request. A change that nobody outside
 * has heard of does not exist here.
 */
interface ToldChanges {

    ToldChanges NONE = new ToldChanges() {
        @Override
        public List<PublicChange> of(String register) {
            return List.of();
        }

        @Override
        public long revision(String register) {
            return 0;
        }
    };

    /** Those under way, and those that ended within the last twelve months. */
    List<PublicChange> of(String register);

    /** A number that differs whenever {@link #of} answers differently than before. */
    long revision(String register);
}
