package fairnotice;

/** Settings with which nothing is started; says what is wrong and what to do. */
final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    SettingsRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
