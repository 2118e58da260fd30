package fairnotice.embedded;

/** The embedded database could not be started or stopped; says what is wrong and what to do. */
class DatabaseUnavailable extends RuntimeException {

    private final String remedy;

    DatabaseUnavailable(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
