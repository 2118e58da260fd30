package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What changes are tried with. */
final class Proposed {

    static final String REFERENCE = "OPSTICKET-2026-0007";
    static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");

    private Proposed() {}

    static Subprocessor vendor(String name) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(name + " Ltd")
                .purpose("Speech to text")
                .location("Estonia")
                .dataCategories("voice recordings")
                .build();
    }

    static Proposal proposal(ChangeKind kind, String replaces, Subprocessor vendor) {
        return new Proposal(kind, replaces, true, true, false, null, "It costs less", vendor);
    }

    static Proposal wishing(LocalDate goLiveAt) {
        return new Proposal(ChangeKind.ADD, null, true, true, false, goLiveAt, "It costs less", vendor("Talvik"));
    }

    static Review review(Track track, LocalDate announceOn) {
        return Review.of("rita", AT, track, announceOn, null);
    }

    /** Classified as NOTICE and, where a track is given, reviewed by rita. */
    static Round round(Proposal proposal, Track chosen, LocalDate announceOn) {
        return new Round(
                1,
                proposal,
                "paula",
                AT,
                new Classification(Track.NOTICE, "A new vendor is announced.", List.of()),
                chosen == null ? null : review(chosen, announceOn));
    }

    static VendorChange in(ChangeState state) {
        return in(state, Track.NOTICE);
    }

    static VendorChange in(ChangeState state, Track chosen) {
        return new VendorChange(
                REFERENCE,
                "opsticket",
                state,
                round(wishing(null), chosen, null),
                state.isBeforeAnnouncement() ? null : AT,
                null,
                null,
                state.isBeforeAnnouncement() ? null : AT,
                3);
    }

    static VendorChange of(Proposal proposal) {
        return VendorChange.propose(REFERENCE, "opsticket", proposal, "paula", AT);
    }

    static RegisterVersion listing(Subprocessor... entries) {
        return new RegisterVersion("opsticket", 4, AT, List.of(entries), List.of(), null);
    }

    static Actor actor(String name, Role... roles) {
        return new Actor(name, Set.copyOf(Arrays.asList(roles)));
    }
}
