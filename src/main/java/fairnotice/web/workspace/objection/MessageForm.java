package fairnotice.web.workspace.objection;

import fairnotice.refusal.Refused;

/**
 * What staff write in a case, as typed.
 *
 * @param to {@code customer} or {@code staff}
 */
record MessageForm(String text, String to) {

    /** @throws Refused when it was not chosen who reads it */
    boolean isInternal() {
        if (!"customer".equals(to) && !"staff".equals(to)) {
            throw Refused.invalid("to", "refused.message.who-reads");
        }
        return to.equals("staff");
    }
}
