package fairnotice.clearance;

import static fairnotice.clearance.ClearanceRoom.Told.open;
import static fairnotice.clearance.ClearanceRoom.Told.settled;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.change.Track;
import fairnotice.clearance.ClearanceRoom.Told;
import fairnotice.clearance.ObjectionRule.InTheWay;
import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.RefusalReason;
import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.Promise;
import fairnotice.register.Settlement.Cure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The one table of outcomes: as it is published, as it decides, and as the condition for going live has it. */
class ClearanceTableTest {

    private static final ClearanceRoom ROOM = new ClearanceRoom();
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant AHEAD = Instant.parse("2026-07-01T04:00:00Z");

    /** A case of every outcome. */
    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(ObjectionRule.TO_BE_MATCHED, open(ObjectionState.UNMATCHED)),
                Arguments.of(ObjectionRule.BEING_ASSESSED, open(ObjectionState.ASSESSMENT)),
                Arguments.of(
                        ObjectionRule.BEING_ASSESSED,
                        open(ObjectionState.ASSESSMENT).tooLate()),
                Arguments.of(ObjectionRule.OFFER_TO_BE_MADE, open(ObjectionState.AWAITING_OFFER)),
                Arguments.of(ObjectionRule.OFFER_TO_BE_ANSWERED, open(ObjectionState.OFFERED)),
                Arguments.of(ObjectionRule.REFUSED_CONTESTABLE, open(ObjectionState.REFUSED)),
                Arguments.of(ObjectionRule.CONTESTED, open(ObjectionState.CONTESTED)),
                Arguments.of(
                        ObjectionRule.FILED_AGAIN,
                        open(ObjectionState.ASSESSMENT).filedAgain()),
                Arguments.of(
                        ObjectionRule.FILED_AGAIN, open(ObjectionState.REFUSED).filedAgain()),
                Arguments.of(
                        ObjectionRule.FILED_AGAIN,
                        open(ObjectionState.CONTESTED).filedAgain()),
                Arguments.of(
                        ObjectionRule.OFFER_TO_BE_MADE,
                        open(ObjectionState.AWAITING_OFFER).filedAgain()),
                Arguments.of(
                        ObjectionRule.REFUSED_FOR_ITS_SENDER,
                        settled(ObjectionState.REFUSED, BEFORE).refusedFor(RefusalReason.NOT_ENTITLED)),
                Arguments.of(
                        ObjectionRule.REFUSED_AMENDED_SINCE,
                        settled(ObjectionState.REFUSED, BEFORE)
                                .refusedFor(RefusalReason.LATE)
                                .mayObjectUntil(AHEAD)),
                Arguments.of(
                        ObjectionRule.REFUSED_FOR_GOOD,
                        settled(ObjectionState.REFUSED, BEFORE)
                                .refusedFor(RefusalReason.LATE)
                                .mayObjectUntil(NOW)),
                Arguments.of(
                        ObjectionRule.REFUSED_FOR_GOOD,
                        settled(ObjectionState.REFUSED, BEFORE).refusedFor(RefusalReason.LATE)),
                Arguments.of(
                        ObjectionRule.REFUSED_AS_NOBODYS_OWN,
                        settled(ObjectionState.REFUSED, BEFORE)
                                .refusedFor(RefusalReason.LATE)
                                .unadopted()),
                Arguments.of(
                        ObjectionRule.REFUSED_FOR_ITS_GROUNDS,
                        settled(ObjectionState.REFUSED, BEFORE).refusedFor(RefusalReason.GROUNDS)),
                Arguments.of(ObjectionRule.REFUSED_FOR_ITS_GROUNDS, settled(ObjectionState.REFUSED, BEFORE)),
                Arguments.of(
                        ObjectionRule.RESOLVED,
                        settled(ObjectionState.RESOLVED, BEFORE).offering(Cure.EXPLANATION, null)),
                Arguments.of(
                        ObjectionRule.EXEMPTED,
                        settled(ObjectionState.EXEMPTED, BEFORE).offering(Cure.EXEMPTION, null)),
                Arguments.of(
                        ObjectionRule.EXEMPTED_UNTIL,
                        settled(ObjectionState.EXEMPTED, BEFORE).offering(Cure.EXEMPTION, "2026-06-10")),
                Arguments.of(
                        ObjectionRule.EXEMPTION_OVER,
                        settled(ObjectionState.EXEMPTED, BEFORE).offering(Cure.EXEMPTION, "2026-06-09")),
                Arguments.of(ObjectionRule.TERMINATION_OFFERED, open(ObjectionState.TERMINATION_OFFERED)),
                Arguments.of(ObjectionRule.LAPSED, settled(ObjectionState.LAPSED, BEFORE)),
                Arguments.of(
                        ObjectionRule.LEAVING, open(ObjectionState.TERMINATING).leaving(AHEAD)),
                Arguments.of(
                        ObjectionRule.ORDERS_GO_ON,
                        open(ObjectionState.TERMINATING).leaving(NOW).of("A")),
                Arguments.of(
                        ObjectionRule.NO_ORDER_LEFT,
                        open(ObjectionState.TERMINATING).leaving(NOW)),
                Arguments.of(
                        ObjectionRule.LEAVING,
                        settled(ObjectionState.TERMINATED, BEFORE).leaving(AHEAD)),
                Arguments.of(
                        ObjectionRule.ORDERS_GO_ON,
                        settled(ObjectionState.TERMINATED, BEFORE).leaving(NOW).of("A")),
                Arguments.of(
                        ObjectionRule.NO_ORDER_LEFT,
                        settled(ObjectionState.TERMINATED, BEFORE).leaving(NOW)),
                Arguments.of(ObjectionRule.NOT_AGREED, settled(ObjectionState.NOT_AGREED, BEFORE)),
                Arguments.of(ObjectionRule.MOOT, settled(ObjectionState.MOOT, BEFORE)),
                Arguments.of(ObjectionRule.WITHDRAWN, settled(ObjectionState.WITHDRAWN, BEFORE)),
                Arguments.of(ObjectionRule.DECLINED, settled(ObjectionState.DECLINED, BEFORE)),
                Arguments.of(ObjectionRule.COMMENT, settled(ObjectionState.COMMENT, BEFORE)));
    }

    @Test
    void every_outcome_and_every_state_has_a_case() {
        assertThat(cases().map(each -> each.get()[0]).distinct())
                .containsExactlyInAnyOrder((Object[]) ObjectionRule.values());
        assertThat(cases().map(each -> ((Told) each.get()[1]).state()).distinct())
                .containsExactlyInAnyOrder(ObjectionState.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_table_and_the_condition_for_going_live_agree(ObjectionRule rule, Told told) {
        ROOM.at(NOW.toString());
        String id = "c" + System.nanoTime();
        Customer customer = ROOM.customer(
                id,
                "enterprise",
                null,
                Set.of(),
                ClearanceRoom.order("A", "2026-01-01", "2026-12-31"),
                ClearanceRoom.order("B", "2026-01-01", "2026-12-31"));
        boolean nobodys = told.state() == ObjectionState.UNMATCHED || told.state() == ObjectionState.DECLINED;
        String change = ROOM.pending(ChangeKind.ADD, "V" + id, Track.NOTICE);
        String other = ROOM.pending(ChangeKind.ADD, "W" + id, Track.NOTICE);

        Objection as = ROOM.objection(change, nobodys ? null : customer, told);
        ROOM.objection(other, nobodys ? null : customer, told.leftOut(BEFORE));

        assertThat(ObjectionRule.of(as, ended(customer, told), ClearanceRoom.policy(1, true), NOW))
                .isEqualTo(rule);
        assertThat(ROOM.objections().anyInTheWay(change, NOW)).isEqualTo(rule.inTheWay() != InTheWay.NO);
        assertThat(ROOM.objections().anyInTheWay(other, NOW))
                .as("left out")
                .isEqualTo(rule.inTheWay() == InTheWay.ALWAYS);
    }

    /** What it said is affected, and all that it has where it said nothing, has ended the day before. */
    private static Customer ended(Customer customer, Told told) {
        String[] orders = customer.orders().stream()
                .map(Order::externalId)
                .filter(order -> told.orders().isEmpty() || told.orders().contains(order))
                .toArray(String[]::new);
        return ROOM.terminated(customer, LocalDate.parse("2026-06-09"), orders);
    }

    @Test
    void a_promise_that_asks_for_grounds_lets_them_be_judged() {
        Objection refused = ROOM.objection(
                ROOM.pending(ChangeKind.ADD, "Grounded", Track.NOTICE),
                ROOM.customer("grounded"),
                settled(ObjectionState.REFUSED, BEFORE).refusedFor(RefusalReason.GROUNDS));

        assertThat(ObjectionRule.of(
                        refused, null, Promise.in(ClearanceRoom.ZONE).made(), NOW))
                .isEqualTo(ObjectionRule.REFUSED_FOR_GOOD);
    }

    @Test
    void whatever_is_in_the_way_is_not_cleared() {
        assertThat(EnumSet.allOf(ObjectionRule.class))
                .filteredOn(rule -> rule.inTheWay() != InTheWay.NO)
                .isNotEmpty()
                .noneMatch(ObjectionRule::clears);
    }

    @Test
    void what_is_published_of_objections_is_what_decides() throws IOException {
        List<List<String>> published = rows("| outcome |");

        assertThat(published).isNotEmpty();
        assertThat(published)
                .containsExactlyElementsOf(Arrays.stream(ObjectionRule.values())
                        .map(rule -> List.of(
                                rule.name(), word(rule.clears()), word(rule.inTheWay()), published(rule.sentence())))
                        .toList());
    }

    @Test
    void what_is_published_of_notices_is_what_decides() throws IOException {
        List<List<String>> published = rows("| rule |");

        assertThat(published).isNotEmpty();
        assertThat(published)
                .containsExactlyElementsOf(Arrays.stream(NoticeRule.values())
                        .map(rule -> List.of(rule.name(), word(rule.clears()), published(rule.sentence())))
                        .toList());
    }

    private static String published(Phrase sentence) {
        return sentence.english().replace("{0}", "{day}").replace("{1}", "{zone}");
    }

    private static String word(boolean clears) {
        return clears ? "cleared" : "not cleared";
    }

    private static String word(InTheWay inTheWay) {
        return inTheWay.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The rows of the table whose head begins so. */
    private static List<List<String>> rows(String head) throws IOException {
        return Files.readAllLines(Path.of("docs/clearance.md")).stream()
                .dropWhile(line -> !line.startsWith(head))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
