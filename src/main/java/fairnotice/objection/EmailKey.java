package fairnotice.objection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the letter of a case that starts its customer's time to answer, contest or elect.
 *
 * @param reference of the objection
 * @param number of the offer; of a refusal how many were appealed before it; 0 for a letter that is written once
 */
public record EmailKey(String reference, ObjectionEmail letter, int number) {

    private static final Pattern FORM = Pattern.compile("objection/([a-z-]+)/([^/]+)/(\\d{1,9})(/again-\\d{1,9})?");

    /** The letter that starts the customer's time, in each state in which it has the turn; of those that are numbered the last counts. */
    public static final Map<ObjectionState, ObjectionEmail> AWAITED = Map.of(
            ObjectionState.OFFERED, ObjectionEmail.OFFER,
            ObjectionState.REFUSED, ObjectionEmail.REFUSED,
            ObjectionState.TERMINATION_OFFERED, ObjectionEmail.TERMINATION_OFFER);

    /** The letter that the customer's time runs from as the case stands; none when the customer does not have the turn. */
    public static Optional<EmailKey> awaited(Objection objection) {
        return Optional.ofNullable(AWAITED.get(objection.state()))
                .filter(letter -> !objection.isSettled())
                .map(letter -> new EmailKey(objection.reference(), letter, number(letter, objection)));
    }

    private static int number(ObjectionEmail letter, Objection objection) {
        return switch (letter) {
            case OFFER -> objection.offer().number();
            case REFUSED -> objection.appeals();
            default -> 0;
        };
    }

    /** The newest of each kind that may have given the case's customer a time, however the case stands by now. */
    static List<EmailKey> of(Objection objection) {
        return List.of(
                new EmailKey(objection.reference(), ObjectionEmail.OFFER, objection.offers()),
                new EmailKey(
                        objection.reference(),
                        ObjectionEmail.REFUSED,
                        objection.appeals() - (objection.contested() ? 1 : 0)),
                new EmailKey(objection.reference(), ObjectionEmail.TERMINATION_OFFER, 0));
    }

    /** The state in which its customer has the time that it starts. */
    ObjectionState state() {
        return AWAITED.entrySet().stream()
                .filter(each -> each.getValue() == letter)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The letter that a mailing carries; none when it carries another. */
    static Optional<EmailKey> of(String mailingKey) {
        Matcher form = FORM.matcher(mailingKey);
        return form.matches()
                ? Arrays.stream(ObjectionEmail.values())
                        .filter(letter -> letter.startsTime() && letter.word().equals(form.group(1)))
                        .findFirst()
                        .map(letter -> new EmailKey(form.group(2), letter, Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    /** @param times how often it was written before */
    String mailing(int times) {
        String first = "objection/" + letter.word() + "/" + reference + "/" + number;
        return times == 0 ? first : first + "/again-" + times;
    }
}
