package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.refusal.Refused;
import java.util.HashSet;
import java.util.Set;

/** Who may take which step of a change (invariant 6: no step is decided by anyone who wrote any round of the change). */
final class StaffRules {

    static final TwoPeople AUTHOR_AND_REVIEWER = new TwoPeople(
            Set.of(Role.LEGAL), "refused.group.legal", "refused.did.wrote-change", "refused.wanted.review", true);

    static final TwoPeople AUTHOR_AND_DECIDER = new TwoPeople(
            Set.of(Role.LEGAL), "refused.group.legal", "refused.did.wrote-change", "refused.wanted.go-live", true);

    static final TwoPeople AUTHOR_OR_REVIEWER_AND_SECOND = new TwoPeople(
            Set.of(Role.LEGAL, Role.ADMIN),
            "refused.group.legal-or-admin",
            "refused.did.wrote-or-reviewed",
            "refused.wanted.third",
            false);

    static final TwoPeople CERTIFIERS = new TwoPeople(
            Set.of(Role.LEGAL),
            "refused.group.legal",
            "refused.did.wrote-or-certified",
            "refused.wanted.certify",
            false);

    static final TwoPeople AUTHOR_OR_REVIEWER_AND_READER = new TwoPeople(
            Set.of(Role.LEGAL), "refused.group.legal", "refused.did.wrote-or-reviewed", "refused.wanted.texts", false);

    private StaffRules() {}

    /** The pair that a second approval rests on. */
    static TwoPeople second(VendorChange change) {
        if (change.soSince() != null) {
            return CERTIFIERS;
        }
        return isOfTexts(change) ? AUTHOR_OR_REVIEWER_AND_READER : AUTHOR_OR_REVIEWER_AND_SECOND;
    }

    private static boolean isOfTexts(VendorChange change) {
        return change.round().review() != null && change.round().review().textsInTwo();
    }

    /** Any member of staff but an auditor may propose. */
    static void mustBeStaff(Actor actor, String register) {
        refuseUnless(actor.worksIn(register) || actor.equals(Actor.SYSTEM), "refused.staff.only");
    }

    /** Legal at any time, and whoever wrote a round of it. */
    static void mayAmend(VendorChange change, Actor actor) {
        refuseUnless(isLegalOrAuthor(change, actor), "refused.staff.amend");
    }

    static void mayWithdraw(VendorChange change, Actor actor) {
        refuseUnless(isLegalOrAuthor(change, actor), "refused.staff.withdraw");
    }

    static void mayPostpone(VendorChange change, Actor actor) {
        refuseUnless(isLegal(change, actor), "refused.staff.postpone");
    }

    private static boolean isLegalOrAuthor(VendorChange change, Actor actor) {
        boolean wrote = change.round().authors().contains(actor.id()) && actor.worksIn(change.register());
        return isLegal(change, actor) || wrote || actor.equals(Actor.SYSTEM);
    }

    private static boolean isLegal(VendorChange change, Actor actor) {
        return actor.holds(Role.LEGAL, change.register());
    }

    static void mayReview(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(isLegal(change, actor), "refused.staff.review");
        AUTHOR_AND_REVIEWER.check(actor, change.round().authors(), change.register(), colleagues);
    }

    /** Two of the legal group, neither of whom wrote a round of the change; not even a single-handed publisher's one. */
    static void mayCertify(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(isLegal(change, actor), "refused.staff.certify");
        CERTIFIERS.check(actor, change.round().authors(), change.register(), colleagues);
    }

    /** No author of any round, and not who reviewed it. */
    static void mayApproveSecond(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(actor.scope(Role.LEGAL, Role.ADMIN).includes(change.register()), "refused.staff.second");
        refuseUnless(isLegal(change, actor) || change.soSince() == null, "refused.staff.certify");
        if (isOfTexts(change)) {
            mayApproveTexts(change, actor, colleagues);
        } else {
            second(change).check(actor, beforeSecond(change), change.register(), colleagues);
        }
    }

    /** Free texts that were called immaterial are read by two of the legal group; no administrator stands in for one. */
    static void mayApproveTexts(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(isLegal(change, actor), "refused.staff.texts");
        AUTHOR_OR_REVIEWER_AND_READER.check(actor, beforeSecond(change), change.register(), colleagues);
    }

    /** Who had a hand in a change before its second approval. */
    static Set<String> beforeSecond(VendorChange change) {
        Set<String> before = new HashSet<>(change.round().authors());
        if (change.round().review() != null) {
            before.add(change.round().review().reviewer());
        }
        return before;
    }

    static void mayDecide(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(isLegal(change, actor), "refused.staff.decide");
        AUTHOR_AND_DECIDER.check(actor, change.round().authors(), change.register(), colleagues);
    }

    /** A returned change goes back to who handed it in; anybody else amends it. */
    static void mayRevise(VendorChange change, Actor actor) {
        refuseUnless(change.round().proposedBy().equals(actor.id()), "refused.staff.revise");
        mustBeStaff(actor, change.register());
    }

    private static void refuseUnless(boolean allowed, String key) {
        if (!allowed) {
            throw Refused.notAllowed(key);
        }
    }
}
