package fairnotice.readiness;

/** Asks the database whether it answers and takes writes. */
public interface DatabaseCheck {

    /** Answers within about a second, whatever the database does; what was found out just before may be told again. */
    Finding look();

    /**
     * What was found.
     *
     * @param trouble what the database said or did; null when it is as it should be
     */
    record Finding(String trouble) {

        static final Finding WELL = new Finding(null);

        public static Finding well() {
            return WELL;
        }

        public static Finding trouble(String sentence) {
            return new Finding(sentence);
        }

        public boolean isWell() {
            return trouble == null;
        }
    }
}
