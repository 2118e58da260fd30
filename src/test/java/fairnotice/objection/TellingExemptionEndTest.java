package fairnotice.objection;

import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.calendar.Almanac.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An exemption until the end of 31 May 2026 in Toronto, accepted on 1 March; three days of reminder. */
class TellingExemptionEndTest {

    private static final NoticePolicy POLICY = Promise.in(TORONTO).made();
    private static final Instant ACCEPTED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Objection EXEMPTED = Cases.exempted("2026-05-31", ACCEPTED);
    private static final Instant REMINDED = midnight(LocalDate.parse("2026-05-28"), TORONTO);
    private static final Instant OVER = midnight(LocalDate.parse("2026-06-01"), TORONTO);

    private final List<ObjectionEmail> written = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final List<Instant> planned = new ArrayList<>();
    private final List<Instant> told = new ArrayList<>();
    private Objection newest = EXEMPTED;
    private ChangeState change = ChangeState.PUBLISHED;
    private Instant published;
    private boolean usedBefore;
    private final List<List<String>> days = new ArrayList<>();

    @Test
    void it_is_planned_when_it_is_accepted_and_told_before_it_ends() {
        at(ACCEPTED).plan(EXEMPTED);
        at(REMINDED).tell(EXEMPTED.reference());

        assertThat(planned).containsExactly(REMINDED, OVER);
        assertThat(written).containsExactly(ObjectionEmail.EXEMPTION_ENDS);
        assertThat(told).isEmpty();
        assertThat(entries).containsExactly("objection.exemption-end-told");
    }

    @Test
    void once_it_has_ended_the_customer_is_told_that_as_well_and_nothing_after() {
        at(ACCEPTED).plan(EXEMPTED);
        at(REMINDED).tell(EXEMPTED.reference());
        at(REMINDED).tell(EXEMPTED.reference());
        at(OVER.minusSeconds(1)).tell(EXEMPTED.reference());
        assertThat(written).containsExactly(ObjectionEmail.EXEMPTION_ENDS);

        at(OVER).tell(EXEMPTED.reference());
        at(OVER).tell(EXEMPTED.reference());
        assertThat(written).containsExactly(ObjectionEmail.EXEMPTION_ENDS, ObjectionEmail.EXEMPTION_ENDED);
        assertThat(told).containsExactly(OVER);
        assertThat(entries).containsExactly("objection.exemption-end-told", "objection.exemption-ended-told");
    }

    @Test
    void the_reminder_says_since_when_the_change_is_in_effect_for_others_and_the_end_does_not() {
        published = Instant.parse("2026-05-20T04:00:00Z");
        at(ACCEPTED).plan(EXEMPTED);
        at(REMINDED).tell(EXEMPTED.reference());
        at(OVER).tell(EXEMPTED.reference());

        assertThat(days)
                .containsExactly(
                        List.of(
                                "exempt-until: the end of 31 May 2026 (America/Toronto)",
                                "use-from: 1 June 2026 (America/Toronto)",
                                "others-since: 20 May 2026 (America/Toronto)"),
                        List.of(
                                "exempted-until: the end of 31 May 2026 (America/Toronto)",
                                "may-be-used-since: 1 June 2026 (America/Toronto)"));
    }

    @Test
    void whoever_had_it_in_use_before_is_told_that_it_is_in_effect_again() {
        published = Instant.parse("2026-05-20T04:00:00Z");
        usedBefore = true;
        at(ACCEPTED).plan(EXEMPTED);
        at(OVER).tell(EXEMPTED.reference());

        assertThat(days)
                .containsExactly(List.of(
                        "exempted-until: the end of 31 May 2026 (America/Toronto)",
                        "in-effect-again-since: 1 June 2026 (America/Toronto)"));
    }

    @Test
    void one_without_a_last_day_and_any_other_agreement_are_told_of_nothing() {
        Objection endless = Cases.exempted(null, ACCEPTED);

        at(ACCEPTED).plan(endless);
        at(ACCEPTED).plan(Cases.settled(ObjectionState.RESOLVED, ACCEPTED));

        assertThat(planned).hasSize(1).containsOnlyNulls();
    }

    @Test
    void one_accepted_before_this_was_kept_is_planned_unless_it_has_ended() {
        at(OVER.minusSeconds(1)).planLater(EXEMPTED.reference());
        at(OVER).planLater(EXEMPTED.reference());

        assertThat(planned).containsExactly(REMINDED, null);
    }

    @Test
    void told_after_its_end_it_says_that_it_has_ended() {
        at(ACCEPTED).plan(EXEMPTED);
        at(OVER).tell(EXEMPTED.reference());

        assertThat(written).containsExactly(ObjectionEmail.EXEMPTION_ENDED);
    }

    @Test
    void while_another_objection_is_open_it_waits_for_the_end_and_is_not_looked_at_again_after() {
        at(ACCEPTED).plan(EXEMPTED);
        newest = other(ObjectionState.ASSESSMENT, null);
        at(REMINDED).tell(EXEMPTED.reference());
        at(OVER).tell(EXEMPTED.reference());

        assertThat(written).isEmpty();
        assertThat(planned).containsExactly(REMINDED, OVER);
        assertThat(told).containsExactly(OVER);
    }

    @Test
    void a_later_objection_that_was_refused_changes_nothing_and_a_later_agreement_takes_its_place() {
        at(ACCEPTED).plan(EXEMPTED);
        newest = other(ObjectionState.REFUSED, ACCEPTED);
        at(REMINDED).tell(EXEMPTED.reference());
        assertThat(written).containsExactly(ObjectionEmail.EXEMPTION_ENDS);

        newest = other(ObjectionState.RESOLVED, ACCEPTED);
        at(OVER).tell(EXEMPTED.reference());
        assertThat(written).hasSize(1);
    }

    @Test
    void nobody_is_told_of_a_change_that_was_withdrawn() {
        at(ACCEPTED).plan(EXEMPTED);
        change = ChangeState.WITHDRAWN;

        at(OVER).tell(EXEMPTED.reference());

        assertThat(written).isEmpty();
        assertThat(told).containsExactly(OVER);
    }

    private static Objection other(ObjectionState state, Instant settled) {
        return Cases.other(4, state, settled);
    }

    private TellingExemptionEnd at(Instant now) {
        VendorChange of = new VendorChange("DEMO-2026-0001", "demo", change, null, null, published, null, null, 0);
        ObjectionContexts contexts =
                new ObjectionContexts(null, Cases.registers(POLICY), null, null, null, null, null, null, null) {
                    @Override
                    Optional<VendorChange> endsFor(Objection exempted) {
                        return Optional.of(of).filter(each -> each.state() != ChangeState.WITHDRAWN);
                    }

                    @Override
                    public ObjectionContext of(Objection objection) {
                        return new ObjectionContext(objection, Cases.about(of, List.of()), this, now) {
                            @Override
                            public boolean isInEffect() {
                                return published != null;
                            }

                            @Override
                            boolean wasInEffectBefore() {
                                return usedBefore;
                            }
                        };
                    }
                };
        ObjectionEmails letters = new ObjectionEmails(contexts, null, null, null, null) {
            @Override
            void write(Objection objection, ObjectionEmail letter, EmailFacts says) {
                assertThat(says.until()).isEqualTo(OVER);
                written.add(letter);
                days.add(says.dates().stream()
                        .map(day -> day.label() + ": " + day.value())
                        .toList());
            }
        };
        return new TellingExemptionEnd(
                objections(),
                ends(),
                contexts,
                new SettlementDates(id -> Holidays.NONE),
                letters,
                ledger(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Objections objections() {
        return (Objections) Proxy.newProxyInstance(
                Objections.class.getClassLoader(),
                new Class<?>[] {Objections.class},
                (proxy, method, args) -> method.getName().equals("lock") ? EXEMPTED : Optional.of(newest));
    }

    private ExemptionEnds ends() {
        return new ExemptionEnds() {
            @Override
            public void tellAt(long objection, Instant tellAt) {
                planned.add(tellAt);
            }

            @Override
            public boolean isDue(long objection, Instant now) {
                Instant at = planned.get(planned.size() - 1);
                return told.isEmpty() && at != null && !at.isAfter(now);
            }

            @Override
            public void told(long objection, Instant at) {
                told.add(at);
            }

            @Override
            public List<String> unplanned(int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<String> due(Instant now, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Instant> next(Instant after) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private Ledger ledger() {
        return new Ledger() {
            @Override
            public void record(Entry entry) {
                entries.add(entry.kind());
            }

            @Override
            public List<Recorded> about(String subject) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
