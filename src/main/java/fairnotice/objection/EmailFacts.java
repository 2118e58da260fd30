package fairnotice.objection;

import static fairnotice.objection.ObjectionEmails.day;
import static fairnotice.objection.ObjectionEmails.lastDay;

import fairnotice.calendar.Deadline;
import fairnotice.mail.Email;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a letter says beside its own words.
 *
 * @param number tells letters of one kind apart; the same kind and number is sent once
 * @param until the date it speaks of, as the instant at which that day ends; null for none
 * @param quote what somebody wrote; null for nothing
 * @param cure which kind of offer it is about, as its words are called; null for none
 * @param offerUntil the last day on which an offer that is due may still come; null where none is due
 * @param more done to the letter before it goes out
 */
record EmailFacts(
        int number,
        Instant until,
        String quote,
        String cure,
        List<EmailFact> dates,
        Deadline offerUntil,
        UnaryOperator<Email> more) {

    static final String ACCEPTED = "portal.accept.use.";
    private static final String AGREED = "portal.agreed.use.";

    static final EmailFacts NOTHING = new EmailFacts(0, null, null, null, List.of(), null, UnaryOperator.identity());

    static EmailFacts until(Instant until) {
        return new EmailFacts(0, until, null, null, List.of(), null, UnaryOperator.identity());
    }

    static EmailFacts dated(List<EmailFact> dates) {
        return new EmailFacts(0, null, null, null, dates, null, UnaryOperator.identity());
    }

    static EmailFacts quoting(String quote) {
        return new EmailFacts(0, null, quote, null, List.of(), null, UnaryOperator.identity());
    }

    /** The kind and the days of an offer that waits for its answer. */
    EmailFacts offering(OfferTerms terms) {
        return meaning(terms, "use-if-accepted", ACCEPTED);
    }

    /** The kind and the days of an offer that was accepted. */
    EmailFacts agreeing(OfferTerms terms) {
        return meaning(terms, "use-from", AGREED);
    }

    private EmailFacts meaning(OfferTerms terms, String use, String sentence) {
        List<EmailFact> days = new ArrayList<>();
        if (terms.exemptUntil() != null) {
            days.add(EmailFact.said(
                    terms.over() ? "exempted-until" : "exempt-until",
                    () -> lastDay(terms.exemptUntil(), terms.zone())));
        }
        if (terms.usedSince() != null) {
            days.add(EmailFact.said("may-be-used-since", () -> day(terms.usedSince(), terms.zone())));
        } else if (terms.useFrom() != null) {
            days.add(EmailFact.said(use, () -> day(terms.useFrom(), terms.zone())));
        } else if (terms.begins().isSaid()) {
            days.add(new EmailFact(sentence + terms.begins(), null));
        }
        return new EmailFacts(number, until, quote, terms.word(), days, offerUntil, more);
    }

    /** The same where the change was in effect for the customer before. */
    EmailFacts inEffectAgain() {
        return with(dates.stream()
                .map(dated ->
                        dated.label().equals("may-be-used-since") ? dated.labelled("in-effect-again-since") : dated)
                .toList());
    }

    /** @param orders numbers of the orders that the objection is about; none for all of them */
    EmailFacts about(Set<String> orders) {
        if (orders.isEmpty()) {
            return this;
        }
        List<EmailFact> more = new ArrayList<>(dates);
        more.add(new EmailFact("orders", String.join(", ", new TreeSet<>(orders))));
        return with(more);
    }

    EmailFacts numbered(int other) {
        return new EmailFacts(other, until, quote, cure, dates, offerUntil, more);
    }

    EmailFacts with(List<EmailFact> others) {
        return new EmailFacts(number, until, quote, cure, others, offerUntil, more);
    }

    /** @param last until when an offer that was due may still come */
    EmailFacts offeredBy(Optional<Deadline> last) {
        return new EmailFacts(number, until, quote, cure, dates, last.orElse(null), more);
    }

    EmailFacts and(UnaryOperator<Email> other) {
        return new EmailFacts(number, until, quote, cure, dates, offerUntil, other);
    }

    EmailFacts withQuote(String other) {
        return new EmailFacts(number, until, other, cure, dates, offerUntil, more);
    }
}
