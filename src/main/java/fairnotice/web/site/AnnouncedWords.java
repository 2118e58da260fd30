package fairnotice.web.site;

import fairnotice.calendar.Deadline;
import fairnotice.register.Register;
import fairnotice.web.Dates;
import fairnotice.web.Phrases;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The standard dates of an announced change in words, as feed and calendar say them. */
@Component
class AnnouncedWords {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"'”’)\\]]*\\s*$");

    private final Phrases phrases;
    private final Dates dates;

    AnnouncedWords(Phrases phrases, Dates dates) {
        this.phrases = phrases;
        this.dates = dates;
    }

    /** Of a change that waits for its notices. @param today in the register's zone */
    String waiting(Register register, PublicChange change, LocalDate today) {
        return phrases.said(
                change.isPastEarliestUseOn(today) ? "site.feed.announced.past" : "site.feed.announced.text",
                sentence(change.reasonInWords()),
                objections(change.dates().objectionsClose(), today),
                dates.day(change.earliestUse()),
                register.zone().getId());
    }

    /** Of a change that went first. @param what is in effect, in a sentence @param today in the register's zone */
    String toldAfterwards(PublicChange change, String what, LocalDate today) {
        return phrases.said(
                "site.feed.told-afterwards.text",
                sentence(what),
                objections(change.dates().objectionsClose(), today));
    }

    /** Until when an objection is in time; what comes later is kept. */
    private String objections(Deadline close, LocalDate today) {
        return phrases.said(
                "site.feed.objections" + (close.lastDay().isBefore(today) ? ".past" : ""),
                dates.day(close.lastDay()),
                close.zone().getId());
    }

    /** What a line of the history says of the vendor that it took off the list; as it is where that is used no more. @param vendor null for none */
    String withStillUsed(String line, String vendor) {
        return vendor == null ? line : sentence(line) + " " + phrases.said("site.still-used", vendor);
    }

    /** Of a change whose announcement no longer counts: it was withdrawn, or is being amended. */
    String noLonger(Register register, PublicChange change) {
        String key = switch (change.state()) {
            case REVISED -> "site.feed.revised.text";
            case UNLISTED -> "site.feed.unlisted.text";
            default -> change.publishedAt() == null ? "site.feed.withdrawn.text" : "site.feed.withdrawn.in-effect.text";
        };
        return phrases.said(
                key,
                phrases.said("site.change.kind." + change.kind(), change.name()),
                dates.day(LocalDate.ofInstant(change.updatedAt(), register.zone())),
                register.zone().getId(),
                change.name());
    }

    /** People end a reason with a full stop, or do not. */
    private static String sentence(String said) {
        return SENTENCE_END.matcher(said).find() ? said : said + ".";
    }
}
