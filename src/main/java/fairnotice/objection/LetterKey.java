package fairnotice.objection;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the letter of a case that starts its customer's time to answer, contest or elect.
 *
 * @param reference of the objection
 * @param number of the offer; 0 for a letter that is written once
 */
public record LetterKey(String reference, CaseLetter letter, int number) {

    private static final Pattern FORM = Pattern.compile("objection/([a-z-]+)/([^/]+)/(\\d{1,9})(/again-\\d{1,9})?");

    /** The letter that the customer's time runs from as the case stands; none when the customer does not have the turn. */
    public static Optional<LetterKey> awaited(Objection objection) {
        if (objection.isSettled()) {
            return Optional.empty();
        }
        return switch (objection.state()) {
            case OFFERED ->
                Optional.of(new LetterKey(
                        objection.reference(),
                        CaseLetter.OFFER,
                        objection.offer().number()));
            case REFUSED -> Optional.of(new LetterKey(objection.reference(), CaseLetter.REFUSED, 0));
            case TERMINATION_OFFERED ->
                Optional.of(new LetterKey(objection.reference(), CaseLetter.TERMINATION_OFFER, 0));
            default -> Optional.empty();
        };
    }

    /** The letter that a mailing carries; none when it carries another. */
    static Optional<LetterKey> of(String mailingKey) {
        Matcher form = FORM.matcher(mailingKey);
        return form.matches()
                ? Arrays.stream(CaseLetter.values())
                        .filter(letter -> letter.startsTime() && letter.word().equals(form.group(1)))
                        .findFirst()
                        .map(letter -> new LetterKey(form.group(2), letter, Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    /** @param times how often it was written before */
    String mailing(int times) {
        String first = "objection/" + letter.word() + "/" + reference + "/" + number;
        return times == 0 ? first : first + "/again-" + times;
    }
}
