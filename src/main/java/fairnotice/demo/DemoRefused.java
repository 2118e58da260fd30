package fairnotice.demo;

/** The application does not start so: a demonstration and something real would have met. */
class DemoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** @param remedy what to do about it */
    DemoRefused(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
