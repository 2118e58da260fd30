package fairnotice.web.site;

import java.util.List;

/**
 * The announced changes of a register, answered from memory: the public pages ask on every request. A change that is not
 * announced yet, or is withdrawn, does not exist here.
 */
public interface UpcomingChanges {

    UpcomingChanges NONE = new UpcomingChanges() {
        @Override
        public List<Upcoming> of(String register) {
            return List.of();
        }

        @Override
        public long revision(String register) {
            return 0;
        }
    };

    /** The next to take effect first. */
    List<Upcoming> of(String register);

    /** A number that differs whenever {@link #of} answers differently than before. */
    long revision(String register);
}
