package fairnotice.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.change.Classification;
import fairnotice.change.Track;
import fairnotice.notice.NoticePreview;
import fairnotice.notice.NoticePreview.ForeseenNotice;
import fairnotice.register.Register;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What would come of a change.
 *
 * @param bindingDate the first day of use all clocks together allow, in the register's zone; null when nobody is to be told
 * @param conflicts what keeps it from being proposed as it is, and what a reviewer would have to check, in sentences
 * @param told customers that would be written to
 * @param onPageOnly customers that may object though no mail is owed to them
 * @param subscribers who would get the newsletter copy
 * @param total of the notices; of those, the 1,000 with the longest clocks are shown
 */
record Simulation(
        Track track,
        String trackReason,
        List<String> newFacts,
        LocalDate bindingDate,
        List<String> conflicts,
        long told,
        long onPageOnly,
        long withoutContact,
        long subscribers,
        long total,
        List<SimulatedNotice> notices) {

    /**
     * What is asked beside the change itself.
     *
     * @param at when it would be announced; left out for now
     * @param policy must be null by now
     */
    record Question(
            @Schema(nullable = true) Instant at,
            @Schema(nullable = true) JsonNode policy) {}

    record SimulatedNotice(
            String customer,
            boolean told,
            boolean mayObject,
            List<String> addresses,
            Instant noticeEndsAt,
            Instant objectionsCloseAt,
            String explanation) {

        static SimulatedNotice of(ForeseenNotice notice) {
            return new SimulatedNotice(
                    notice.customer(),
                    notice.told(),
                    notice.mayObject(),
                    notice.addresses(),
                    notice.dates().noticeEnds().endsAt(),
                    notice.dates().objectionsClose().endsAt(),
                    notice.dates().noticeEnds().explanation().sentence(Locale.ENGLISH));
        }
    }

    /** Of a change that is announced. */
    static Simulation of(Classification as, List<String> conflicts, NoticePreview foreseen, Register register) {
        return new Simulation(
                as.track(),
                as.reason(),
                as.newFacts(),
                LocalDate.ofInstant(foreseen.bindingDate(), register.zone()),
                conflicts,
                foreseen.told(),
                foreseen.onPageOnly(),
                foreseen.withoutContact(),
                foreseen.subscribers(),
                foreseen.told() + foreseen.onPageOnly(),
                foreseen.notices().stream().map(SimulatedNotice::of).toList());
    }

    /** Of a change that nobody is told of. */
    static Simulation silent(Classification as, List<String> conflicts) {
        return new Simulation(as.track(), as.reason(), as.newFacts(), null, conflicts, 0, 0, 0, 0, 0, List.of());
    }
}
