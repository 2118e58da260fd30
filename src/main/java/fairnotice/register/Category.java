package fairnotice.register;

/** A section of a list with its plain-language line. */
public record Category(String id, String title, String plainLanguage) {}
