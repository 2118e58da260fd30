package fairnotice.notice;

import java.util.Locale;

/** Why an audience is written to about a change. */
public enum Occasion {
    /** The contractual notice itself. */
    ANNOUNCEMENT,
    /** To those who have not acknowledged. */
    REMINDER,
    /** The change was withdrawn after it had been announced, or amended so that no notice of it is given. */
    WITHDRAWAL,
    /** The change is being amended: the notice given no longer counts, and a new one follows. */
    AMENDMENT,
    /** The change is in effect. */
    IN_EFFECT;

    /** Name of the letter and part of the mailing's key. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
