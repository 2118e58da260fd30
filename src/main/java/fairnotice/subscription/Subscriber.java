package fairnotice.subscription;

import fairnotice.refusal.Language;

/**
 * Anyone on the public notification list who has confirmed the address; owed nothing by contract.
 *
 * @param language of the page on which it was asked for
 */
public record Subscriber(long id, String register, String email, int epoch, Language language) {}
