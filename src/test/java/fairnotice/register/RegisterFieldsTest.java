package fairnotice.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.ledger.Entry;
import fairnotice.register.NoticePolicy.Audience;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterFieldsTest {

    private static final Entry ENTRY = Entry.of("register.policy-changed", "acme", "system", Instant.EPOCH);

    @Test
    void a_changed_promise_is_told_field_by_field() {
        Register before = register("Our vendors", Promise.in(ZoneOffset.UTC).made());
        Register after = register(
                "Our vendors",
                Promise.in(ZoneId.of("Europe/Berlin")).weakerTrack().made());

        assertThat(RegisterFields.changed(ENTRY, before, after).changes())
                .extracting(Entry.ChangedField::field, Entry.ChangedField::before, Entry.ChangedField::after)
                .contains(tuple("policy/zone", "Z", "Europe/Berlin"), tuple("policy/weakerTrack", "false", "true"))
                .noneMatch(change -> change.toList().get(0).equals("title"));
    }

    @Test
    void a_first_load_tells_every_field_that_is_stated() {
        assertThat(RegisterFields.changed(
                                ENTRY,
                                null,
                                register(
                                        "Our vendors",
                                        Promise.in(ZoneOffset.UTC).made()))
                        .changes())
                .extracting(Entry.ChangedField::field)
                .contains("title", "sender", "policy/clause")
                .doesNotContain("archive");
    }

    @Test
    void the_order_of_a_set_is_no_change() {
        assertThat(RegisterFields.changed(ENTRY, told("a", "b"), told("b", "a")).changes())
                .isEmpty();
    }

    private static Register told(String... plans) {
        NoticePolicy bare = Promise.in(ZoneOffset.UTC).made();
        Audience audience = new Audience(
                new LinkedHashSet<>(List.of(plans)),
                bare.audience().mayObject(),
                bare.audience().roles(),
                bare.audience().otherwise(),
                false);
        return register("Our vendors", with(bare, audience));
    }

    private static NoticePolicy with(NoticePolicy bare, Audience audience) {
        return NoticePolicyBuilder.builder(bare).audience(audience).build();
    }

    private static Register register(String title, NoticePolicy policy) {
        return new Register(
                "acme",
                "Acme",
                "ACME",
                title,
                List.of(),
                ListStyle.values()[0],
                List.of(),
                "dpo@acme.example",
                "privacy@acme.example",
                null,
                "#112233",
                policy);
    }
}
