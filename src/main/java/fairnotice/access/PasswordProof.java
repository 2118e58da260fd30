package fairnotice.access;

import fairnotice.refusal.Refused;

/** Asks whoever is signed in for their password once more, a bounded number of times. */
@FunctionalInterface
public interface PasswordProof {

    /** @throws Refused on the field {@code current} when it is wrong, or too many were */
    void mustBe(String username, String password);
}
