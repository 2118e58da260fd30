package fairnotice.subscription;

/** Anyone on the public notification list who has confirmed the address; owed nothing by contract. */
public record Subscriber(long id, String register, String email, int epoch) {}
