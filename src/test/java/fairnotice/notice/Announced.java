package fairnotice.notice;

import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChangeBuilder;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** A change to try the rules of notices with. */
final class Announced {

    static final String REFERENCE = "OPSTICKET-2026-0007";

    private Announced() {}

    static VendorChange never() {
        return change(null, null, null);
    }

    static VendorChange at(String announced) {
        return change(Instant.parse(announced), null, null);
    }

    /** In effect since the day after it was announced. */
    static VendorChange inEffect(String announced) {
        VendorChange change = at(announced);
        Instant published = change.announcedAt().plus(Duration.ofDays(1));
        return VendorChangeBuilder.builder(change)
                .state(ChangeState.PUBLISHED)
                .publishedAt(published)
                .updatedAt(published)
                .build();
    }

    static VendorChange at(String announced, LocalDate wished, LocalDate postponedTo) {
        return change(Instant.parse(announced), wished, postponedTo);
    }

    private static VendorChange change(Instant announced, LocalDate wished, LocalDate postponedTo) {
        Subprocessor vendor = SubprocessorBuilder.builder()
                .name("Talvik")
                .legalEntity("Talvik OÜ")
                .purpose("Speech")
                .location("Estonia")
                .dataCategories("voice")
                .build();
        Proposal proposal = new Proposal(ChangeKind.ADD, null, true, true, false, wished, "Cheaper", vendor);
        Round round = new Round(1, proposal, "paula", Instant.EPOCH, null, null);
        ChangeState state = announced == null ? ChangeState.IN_REVIEW : ChangeState.IN_NOTICE;
        return new VendorChange(REFERENCE, "opsticket", state, round, announced, null, postponedTo, announced, 1);
    }
}
