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
            Set.of(Role.LEGAL),
            "the legal group",
            "proposed or amended this change",
            "somebody else of the legal group must review it",
            true);

    static final TwoPeople AUTHOR_AND_DECIDER = new TwoPeople(
            Set.of(Role.LEGAL),
            "the legal group",
            "proposed or amended this change",
            "somebody else of the legal group must decide its go-live",
            true);

    static final TwoPeople AUTHOR_OR_REVIEWER_AND_SECOND = new TwoPeople(
            Set.of(Role.LEGAL, Role.ADMIN),
            "the legal group or the administrators",
            "proposed, amended or reviewed this change",
            "a second approval needs a third person",
            false);

    static final TwoPeople CERTIFIERS = new TwoPeople(
            Set.of(Role.LEGAL),
            "the legal group",
            "proposed, amended or certified this correction",
            "somebody else of the legal group must certify it too",
            false);

    static final TwoPeople AUTHOR_OR_REVIEWER_AND_READER = new TwoPeople(
            Set.of(Role.LEGAL),
            "the legal group",
            "proposed, amended or reviewed this change",
            "somebody else of the legal group must read its texts too",
            false);

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
        refuseUnless(
                actor.worksIn(register) || actor.equals(Actor.SYSTEM),
                "Only the publisher's staff can do this; auditors only read.");
    }

    /** Legal at any time, and whoever wrote a round of it. */
    static void mayAmend(VendorChange change, Actor actor) {
        refuseUnless(isLegalOrAuthor(change, actor), "A change is amended by its authors or by the legal group.");
    }

    static void mayWithdraw(VendorChange change, Actor actor) {
        refuseUnless(isLegalOrAuthor(change, actor), "A change is withdrawn by its authors or by the legal group.");
    }

    static void mayPostpone(VendorChange change, Actor actor) {
        refuseUnless(isLegal(change, actor), "Postponing is for the legal group.");
    }

    private static boolean isLegalOrAuthor(VendorChange change, Actor actor) {
        boolean wrote = change.round().authors().contains(actor.id()) && actor.worksIn(change.register());
        return isLegal(change, actor) || wrote || actor.equals(Actor.SYSTEM);
    }

    private static boolean isLegal(VendorChange change, Actor actor) {
        return actor.holds(Role.LEGAL, change.register());
    }

    static void mayReview(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(isLegal(change, actor), "A review is for the legal group.");
        AUTHOR_AND_REVIEWER.check(actor, change.round().authors(), change.register(), colleagues);
    }

    /** Two of the legal group, neither of whom wrote a round of the change; not even a single-handed publisher's one. */
    static void mayCertify(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(isLegal(change, actor), "A correction is certified by two of the legal group.");
        CERTIFIERS.check(actor, change.round().authors(), change.register(), colleagues);
    }

    /** No author of any round, and not who reviewed it. */
    static void mayApproveSecond(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(
                actor.scope(Role.LEGAL, Role.ADMIN).includes(change.register()),
                "A second approval is for the legal group or an administrator.");
        refuseUnless(
                isLegal(change, actor) || change.soSince() == null,
                "A correction is certified by two of the legal group.");
        if (isOfTexts(change)) {
            mayApproveTexts(change, actor, colleagues);
        } else {
            second(change).check(actor, beforeSecond(change), change.register(), colleagues);
        }
    }

    /** Free texts that were called immaterial are read by two of the legal group; no administrator stands in for one. */
    static void mayApproveTexts(VendorChange change, Actor actor, Colleagues colleagues) {
        refuseUnless(
                isLegal(change, actor), "Texts that are called immaterial are approved by two of the legal group.");
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
        refuseUnless(isLegal(change, actor), "This decision is for the legal group.");
        AUTHOR_AND_DECIDER.check(actor, change.round().authors(), change.register(), colleagues);
    }

    /** A returned change goes back to who handed it in; anybody else amends it. */
    static void mayRevise(VendorChange change, Actor actor) {
        refuseUnless(
                change.round().proposedBy().equals(actor.id()),
                "A returned change is revised by whoever proposed it; amend it to take it over.");
        mustBeStaff(actor, change.register());
    }

    private static void refuseUnless(boolean allowed, String sentence) {
        if (!allowed) {
            throw Refused.notAllowed(sentence);
        }
    }
}
