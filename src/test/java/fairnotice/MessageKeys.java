package fairnotice;

import fairnotice.inbox.TaskKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Keys of sentences that are put together from a beginning, a value and an end.
 *
 * @param beginning ends with a dot or a hyphen
 * @param ends mostly the empty one
 */
record MessageKeys(String beginning, Collection<String> values, List<String> ends) {

    private static final List<String> REMEDIES =
            List.of("TERMINATE_ORDER_WITH_REFUND", "TERMINATE_ORDER_WITHOUT_REFUND");
    private static final List<String> OPEN = List.of(
            "UNMATCHED",
            "ASSESSMENT",
            "AWAITING_OFFER",
            "OFFERED",
            "REFUSED",
            "CONTESTED",
            "TERMINATION_OFFERED",
            "TERMINATING");

    private static final List<String> LOST =
            List.of("OFFER", "OFFER_AND_TERMINATION", "ADMITTED", "FILED", "TERMINATION");
    private static final List<String> RECORDED = List.of("EMAIL", "LETTER", "TELEPHONE");

    private static final List<String> OFFERS =
            List.of("EXPLANATION", "SAFEGUARD", "EXEMPTION", "EXEMPTION_WITHOUT_END");

    /** What deadlines are counted from besides the start of a notice. */
    private static final List<String> COUNTED_FROM = List.of(
            "APPROVAL",
            "APPROVED",
            "ELECTION",
            "MESSAGE",
            "MISSED",
            "OBJECTION",
            "OFFER_DUE",
            "PROPOSED",
            "SEARCH",
            "STEP",
            "TASK");

    private static final Stream<MessageKeys> SHARED = Stream.of(
            built("said.binding.", names("refusal.Language")),
            built(
                    "error.",
                    List.of("400", "401", "403", "404", "405", "408", "409", "413", "429", "500", "503"),
                    ".title",
                    ".text"),
            built("deadline.period.", names("calendar.Unit")),
            built("refused.change.state.", names("change.ChangeState")),
            built("refused.file.kind.", names("attachment.FileType")),
            built("refused.file.disallowed.", names("attachment.DisallowedFileType")),
            built("refused.text.", List.of("missing", "too-long", "control", "markup"), "", ".clause"),
            built("refused.sign-in.", List.of("passwords", "tokens"), "", ".one"),
            built("said.task.", names("inbox.TaskKind")),
            built("deadline.event.", names("notice.Start$By")),
            built("deadline.after.", names("notice.Start$By")),
            built("deadline.event.", COUNTED_FROM),
            built("deadline.after.", COUNTED_FROM),
            built("deadline.length.", names("calendar.Unit")),
            built("deadline.long.", names("calendar.Unit")),
            built("deadline.format.", List.of("day", "day.short", "time")),
            built("said.act.", names("objection.Act")),
            built(
                    "said.day.",
                    List.of("OFFERED", "REFUSED", "TERMINATION_OFFERED", "ASSESSMENT", "AWAITING_OFFER", "CONTESTED")),
            built(
                    "said.fact.",
                    List.of("first", "new", "new-vendor", "country", "country-named", "entity-named", "address")),
            built(
                    "said.fact.of.",
                    List.of("LEGAL_ENTITY", "PURPOSE", "DATA_CATEGORIES", "LOCATION", "TAG", "TRANSFER", "SAFEGUARDS")),
            built("said.text.", List.of("contact", "posture", "exclusion", "excludable")),
            built("said.line.", List.of("added", "replaced", "changed", "removed")),
            built("said.condition.", List.of("not-announced", "not-settled", "not-reached", "not-over")),
            built("refused.wait.", List.of("minutes", "hours"), "", ".one"),
            built("clearance.notice.", names("clearance.NoticeRule")),
            built("clearance.objection.", names("clearance.ObjectionRule")),
            built("refused.objection.state.", names("objection.ObjectionState")),
            built("refused.termination.state.", names("termination.TerminationState")),
            built("refused.step.", names("objection.CustomerStep")),
            built("refused.assess.only.", List.of("LATE", "NOT_ENTITLED", "both")),
            built("refused.assess.appealed.", List.of("GROUNDS", "LATE")),
            built("refused.unknown.", List.of("change", "objection", "termination")),
            built(
                    "deadline.",
                    List.of(
                            "line",
                            "line.none",
                            "line.set",
                            "end",
                            "end.stays",
                            "end.moved",
                            "sentence",
                            "sentence.set",
                            "count",
                            "count.none",
                            "result",
                            "result.stays",
                            "result.moved",
                            "moment.on",
                            "moment.at")),
            built("deadline.source.", names("calendar.CountingRule$Of")),
            built("deadline.source.none.", names("calendar.CountingRule$Of")),
            built("refund.told.altered", List.of("", ".again", ".same")),
            built("refund.pdf.altered", List.of("", ".same")),
            built("refund.used.", List.of("TIME", "UNIT", "LAPSED", "withheld", "added")),
            built("refund.pdf.used", List.of("", ".altered")),
            built(
                    "refund.",
                    List.of(
                            "withheld",
                            "added",
                            "lowered",
                            "lowered.stands",
                            "lowered.page",
                            "none.stands",
                            "lowered.paid",
                            "other-notices",
                            "other-notices.ended",
                            "other-lines",
                            "whole-order")),
            built("refund.missed.", names("termination.RefundStage")),
            built("refund.missed.", List.of("NONE")),
            built("mail.refund-missed.next.", names("termination.RefundStage")),
            built("mail.refund-missed.next.", List.of("NONE")),
            built("refund.share.", names("customer.Pricing")),
            built("refund.deduction.", List.of("discount", "credited", "refunded", "terminated")),
            built(
                    "refund.",
                    List.of(
                            "ends",
                            "code",
                            "code.refund",
                            "code.none",
                            "code.steps",
                            "code.outstanding",
                            "code.step",
                            "units.ahead",
                            "units.due",
                            "units.paid",
                            "units.altered",
                            "share.lapsed",
                            "paid",
                            "paid.all",
                            "unpaid",
                            "unpaid.all",
                            "not-owed",
                            "rate",
                            "outstanding.waived",
                            "outstanding.payable",
                            "remark.policy",
                            "remark.unpaid",
                            "remark.used",
                            "remark.refunded",
                            "remark.used-or-refunded",
                            "refunded",
                            "refunded.none",
                            "refunded.calculated",
                            "refunded.recalculated",
                            "statement.order",
                            "statement.whole",
                            "statement.means",
                            "statement.means.known",
                            "statement.approved",
                            "statement.approved-none",
                            "statement.altered",
                            "statement.approved-second")),
            built("calendar.", List.of("ends")));

    private static final Stream<MessageKeys> SITE = Stream.of(
            built("site.change.kind.", names("register.ChangeKind")),
            built("site.change.state.", names("web.site.PublicChange$State"), "", ".text"),
            built("site.change.", List.of("first"), "", ".MODIFY"),
            built("site.upcoming.kind.", names("register.ChangeKind")),
            built("site.feed.announced.", names("register.ChangeKind")),
            built("site.feed.objections", List.of("", ".past")),
            built("site.feed.history.", names("register.HistoryTag")),
            built("site.field.", names("register.EntryField")),
            built("site.policy.unresolved.", REMEDIES),
            built("site.policy.object.", List.of("all", "plans"), "", ".untold"),
            built("site.policy.role.", names("customer.ContactRole")),
            built("site.tag.", names("register.HistoryTag")),
            built("subscription.", names("subscription.FollowingSubscriptionLink$Offer"), ".title", ".text"),
            built("subscription.", List.of("CONFIRM.button", "LEAVE.button", "TOO_LATE.again")));

    private static final Stream<MessageKeys> PORTAL = Stream.of(
            built("portal.calendar.may-be-used", List.of("", ".MODIFY")),
            built("portal.kind.", names("register.ChangeKind")),
            built("portal.state.", names("notice.NoticeStanding$State"), "", ".text"),
            built(
                    "portal.next.",
                    List.of(
                            "WAITING",
                            "RUNNING",
                            "OVER",
                            "IN_EFFECT",
                            "IN_EFFECT_RUNNING",
                            "LEFT_OUT",
                            "FOR_OTHERS",
                            "UNREACHED",
                            "SUPERSEDED")),
            built("portal.next.", List.of("OVER", "IN_EFFECT", "IN_EFFECT_RUNNING"), ".open"),
            built("portal.next.", List.of("IN_EFFECT"), ".late"),
            built("portal.state.", List.of("IN_EFFECT_RUNNING.text", "FOR_OTHERS.text"), ".closed"),
            built("portal.state.", List.of("LEFT")),
            built("portal.start.", names("notice.Start$By")),
            built("portal.remedy.", names("register.NoticePolicy$Remedy")),
            built("portal.another.remedy.", names("register.NoticePolicy$Remedy")),
            built(
                    "portal.refund.",
                    REMEDIES.stream().filter(remedy -> !remedy.equals("NONE")).toList()),
            built("portal.remedy.", List.of("NONE"), ".MODIFY", ".in-use", ".in-use.MODIFY"),
            built("portal.another.remedy.", List.of("NONE"), ".MODIFY", ".in-use", ".in-use.MODIFY"),
            built("portal.", List.of("not-for-you", "exempt", "exemption.without-end"), "", ".MODIFY"),
            built(
                    "portal.object.",
                    List.of("closed"),
                    "",
                    ".new",
                    ".not-agreed",
                    ".exemption-over",
                    ".terminated",
                    ".terminating"),
            built("portal.exemption.", List.of("another"), "", ".used"),
            built("portal.object.", List.of("meanwhile", "meanwhile.in-use"), "", ".MODIFY"),
            built("portal.object.meanwhile", List.of(".admitted", ".MODIFY.admitted")),
            built("portal.object.another.", List.of("admitted", "refused")),
            built("portal.case.use.", List.of("never"), "", ".MODIFY"),
            built("portal.dates.", List.of("may-be-used"), "", ".MODIFY"),
            built("portal.held-back.", names("clearance.HeldBack$Reason"), "", ".MODIFY"),
            built("portal.held-back.", List.of("others", "OBJECTION.closed"), "", ".MODIFY"),
            built("portal.", List.of("waits", "waits.others"), "", ".MODIFY"),
            built("portal.state.", List.of("WAITING", "RUNNING", "OVER", "LEFT_OUT"), ".text.others"),
            built("portal.case.", List.of("closed.use", "use", "use.accepted"), "", ".others"),
            built("portal.", List.of("yours", "you"), "", ".others"),
            built("portal.awaited.", names("objection.Awaited")),
            built("portal.dates.", List.of("in-use.you", "in-use.history"), "", ".others"),
            built("portal.dates.", List.of("in-use.until"), "", ".again"),
            built("portal.withdraw.lost.", LOST),
            built("portal.accept.replaced", List.of("", ".AT_ONCE", ".EXEMPTION")),
            built("portal.accept.use.", List.of("AFTER_NOTICE", "AT_ONCE", "AT_ONCE.MODIFY", "WITH_THE_CHANGE")),
            built("portal.", List.of("accept.safeguard", "agreed.safeguard"), "", ".MODIFY"),
            built("portal.agreed.use.", List.of("AFTER_NOTICE", "WITH_THE_CHANGE")),
            built("portal.final.", names("objection.FinalRefusal$Then")),
            built("portal.final.", List.of("ON_A_DAY", "WITH_THE_CHANGE", "AT_ONCE"), ".MODIFY"),
            built("portal.final.", List.of("closed"), "", ".NONE"),
            built("portal.", List.of("use-ended"), "", ".admitted", ".missed"),
            built(
                    "portal.",
                    List.of("stopped", "stopped.admitted", "stopped.before", "passed-on", "passed-on.past"),
                    "",
                    ".MODIFY"),
            built("portal.leave.lead.", List.of("others"), "", ".ended"),
            built("portal.case.", List.of("TERMINATION_OFFERED.next", "LAPSED"), ".ended"),
            built("portal.code.text.", List.of("withdraw"), ".in-effect", ".earlier", ".exempted"),
            built("portal.withdraw.", List.of("text"), "", ".in-effect", ".earlier", ".exempted"),
            built("portal.case.", List.of("TERMINATION_OFFERED.next", "LAPSED"), ".earlier", ".exempted"),
            built("portal.", List.of("accept", "agreed"), ".settles", ".replaces"),
            built(
                    "portal.case.",
                    List.of("ASSESSMENT.next", "ASSESSMENT_AGAIN.next", "CONTESTED.next", "AWAITING_OFFER.next"),
                    ".overdue"),
            built("portal.case.", List.of("AWAITING_OFFER.silence", "AWAITING_OFFER.silence.NONE"), "", ".overdue"),
            built("portal.case.until.", List.of("PUBLISHER"), ".overdue"),
            built("mail.", List.of("waits.until", "first", "first.late", "first.late.used"), "", ".MODIFY"),
            built("mail.", List.of("first.reminder", "first.late.reminder"), "", ".MODIFY"),
            built("portal.", List.of("unreached"), "", ".MODIFY"),
            built("portal.calendar.", List.of("since"), "", ".others"),
            built("portal.acknowledge.", List.of("text"), "", ".UNREACHED", ".UNREACHED.MODIFY"),
            built(
                    "portal.state.",
                    List.of("IN_EFFECT_RUNNING.text.late", "IN_EFFECT_RUNNING.text.late.used"),
                    "",
                    ".closed"),
            built("portal.state.", List.of("UNREACHED.text.used")),
            built("portal.", List.of("dates.use"), "", ".others"),
            built("portal.grounds.", names("objection.Grounds")),
            built("portal.grounds.", List.of("NOT_GIVEN"), ".fact"),
            built("portal.case.", names("objection.ObjectionState")),
            built("portal.case.", List.of("MOOT"), ".UNLISTED"),
            built(
                    "portal.case.",
                    List.of(
                            "REFUSED_FINALLY",
                            "REFUSED_AGAIN",
                            "EXEMPTION_OVER",
                            "EXEMPTED_WITHOUT_END",
                            "TERMINATED_AHEAD",
                            "TERMINATING_ENDED",
                            "TERMINATING_ENDED.next",
                            "ASSESSMENT_AGAIN",
                            "ASSESSMENT_AGAIN.next",
                            "AWAITING_ANOTHER_OFFER",
                            "AWAITING_ANOTHER_OFFER.next",
                            "AWAITING_ANOTHER_OFFER.next.overdue",
                            "COMMENT.next")),
            built("portal.exemption.", List.of("until", "over", "used"), "", ".MODIFY"),
            built("portal.", List.of("case.exempted", "object.exempted")),
            built("portal.left.state.", names("termination.TerminationState")),
            built("portal.left.state.", List.of("CALCULATED", "ALTERED", "APPROVED"), ".late"),
            built("portal.left.state.", List.of("CALCULATED", "ALTERED"), ".none", ".none.late"),
            built("portal.left.", List.of("whole", "lines"), ".ends", ".ended"),
            built("portal.case.", OPEN, ".next"),
            built("portal.case.", List.of("ASSESSMENT.grounds.next", "ASSESSMENT.grounds-awaited.next")),
            built("portal.case.", List.of("ASSESSMENT", "CONTESTED"), ".own.next", ".own.next.overdue"),
            built("portal.case.", List.of("LAPSED.in-effect", "TERMINATION_OFFERED.next.in-effect")),
            built("portal.appeal.adopts.", List.of("only")),
            built("portal.case.turn.", names("web.portal.OwnObjectionView$Turn")),
            built("portal.case.until.", List.of("CUSTOMER", "PUBLISHER")),
            built("portal.case.", List.of("if-admitted"), "", ".NONE"),
            built("portal.case.until.", names("objection.ReadingObjection$Since")),
            built("portal.cure.", names("register.Settlement$Cure")),
            built("portal.cure.", List.of("EXEMPTION.over", "EXEMPTION.MODIFY", "EXEMPTION.over.MODIFY")),
            built("portal.cure.", List.of("EXEMPTION_WITHOUT_END"), "", ".MODIFY"),
            built("portal.thread.", names("objection.ThreadMessage$Kind")),
            built("portal.thread.", List.of("REFUSED_AGAIN", "REFUSED_ANEW", "ADDED.outside")),
            built("portal.thread.FILED.", RECORDED),
            built("portal.case.filed-by.", RECORDED),
            built("portal.say.text.", List.of("reject", "contest", "contest.own")),
            built("portal.code.title.", List.of("accept", "withdraw")),
            built("portal.code.text.", List.of("accept", "withdraw")),
            built("portal.code.confirm.", List.of("accept", "withdraw")),
            built("portal.contacts.", List.of("all", "confirmed")),
            built(
                    "portal.done.",
                    List.of(
                            "reply",
                            "reply.offer",
                            "reply.waiting",
                            "dispute",
                            "reject",
                            "contest",
                            "accept",
                            "withdraw")));

    private static final Stream<MessageKeys> CUSTOMER_FIELDS = Stream.of(
            built(
                    "workspace.customer.field.",
                    List.of(
                            "name",
                            "plan",
                            "terms.notice",
                            "terms.objection",
                            "terms.expedited",
                            "terms.clause",
                            "contract",
                            "shownChanges",
                            "contact",
                            "contact.gone",
                            "order",
                            "line",
                            "payment")),
            built(
                    "workspace.customer.field.of.",
                    List.of(
                            "name",
                            "email",
                            "roles",
                            "language",
                            "product",
                            "begins",
                            "ends",
                            "prepaid",
                            "currency",
                            "description",
                            "pricing",
                            "paidOn",
                            "net",
                            "discount",
                            "credited",
                            "refunded",
                            "taxRate",
                            "means",
                            "unitsBought",
                            "unitsUsed")),
            built("workspace.history.refund.", List.of("net", "gross")),
            built(
                    "workspace.history.field.",
                    List.of(
                            "kind",
                            "replaces",
                            "personalData",
                            "material",
                            "securityCritical",
                            "goLiveAt",
                            "reason",
                            "EXCLUDABLE")),
            built("workspace.history.kind.", names("register.ChangeKind")),
            built("workspace.history.", List.of("true", "false")),
            built("workspace.assess.", List.of("title", "again", "lead"), "", ".admitted"),
            built("workspace.customer.field.pricing.", names("customer.Pricing")),
            built("workspace.customer.expedited.", List.of("yes", "no")));

    private static final Stream<MessageKeys> MAIL = Stream.of(
            built("mail.tasks.", stages()),
            built("mail.tasks.", List.of("new", "due", "was-due")),
            built("mail.task-", List.of("new", "new-overdue"), ".subject"),
            built("mail.tasks-", List.of("new", "new-overdue"), ".subject"),
            built("mail.task-", stages(), ".subject"),
            built("mail.tasks-", stages(), ".subject"),
            built("mail.", words("notice.Occasion"), ".subject"),
            built("mail.in-effect.case.", names("notice.EffectOnCustomer$Outcome")),
            built("portal.dispute.", List.of("text", "text.none", "waits", "waits.overdue")),
            built("mail.in-effect.silence.", names("register.NoticePolicy$Remedy")),
            built("portal.object.", List.of("others", "again.open")),
            built("mail.in-effect.case.", names("notice.EffectOnCustomer$Step")),
            built("mail.", List.of("recorded", "announcement-again"), ".subject"),
            built(
                    "mail.news-",
                    List.of("announcement", "announcement-again", "withdrawal", "recorded", "amendment", "in-effect"),
                    ".subject"),
            built(
                    "mail.",
                    List.of(
                            "plain",
                            "termination-elected",
                            "orders-ended",
                            "notice-served",
                            "refund-missed",
                            "refund-missed-none",
                            "refund-approved",
                            "refund-statement",
                            "confirm-subscription",
                            "renewed-link",
                            "contacts-changed",
                            "sign-in-link"),
                    ".subject"),
            built("mail.dates.", names("register.StartEvent")),
            built("mail.contacts-changed.lead", List.of("", ".CONFIRMED")),
            built("mail.contacts-changed.", names("customer.EarlierContacts$Standing")),
            built("mail.objection-", List.of("comment", "confirm"), ".subject"),
            built("mail.", List.of("objection"), ".subject"),
            built("objection.letter.", words("objection.ObjectionEmail"), ".first", ".opening", ".next"),
            built(
                    "objection.letter.",
                    List.of(
                            "receipt-again",
                            "agreed",
                            "exemption-ends",
                            "exemption-ended",
                            "refused-again",
                            "refusal-final",
                            "termination-offer",
                            "election-reminder",
                            "lapsed",
                            "withdrawn"),
                    ".next.in-effect"),
            built(
                    "objection.letter.",
                    List.of(
                            "receipt-again",
                            "refused-again",
                            "refusal-final",
                            "termination-offer",
                            "election-reminder",
                            "lapsed",
                            "withdrawn"),
                    ".next.earlier",
                    ".next.exempted"),
            built(
                    "objection.letter.",
                    List.of(
                            "receipt-again",
                            "refused-again",
                            "refusal-final",
                            "termination-offer",
                            "election-reminder",
                            "lapsed"),
                    ".next.ended"),
            built(
                    "objection.letter.",
                    List.of("refused", "contested", "answer-missed", "appeal-missed"),
                    ".next.again"),
            built("objection.letter.", List.of("refused-again", "refusal-final", "withdrawn"), ".next.in-effect.again"),
            built("objection.letter.", List.of("contested", "answer-missed", "appeal-missed"), ".next.own"),
            built("portal.object.own", List.of("", ".late", ".waiting")),
            built("portal.object.amended", List.of("", ".late", ".waiting")),
            built("objection.letter.", List.of("refused-again", "refusal-final"), ".next.amended"),
            built(
                    "portal.",
                    List.of(
                            "appeal.adopts",
                            "case.adopted",
                            "case.refused-for-sender",
                            "case.place",
                            "object.own.place")),
            built("objection.letter.lost.", LOST),
            built("objection.letter.", List.of("moot-unlisted"), ".first", ".opening", ".next"),
            built("objection.letter.", List.of("agreed"), ".next.exempted", ".next.without-end"),
            built("objection.letter.", List.of("message"), ".next.closed"),
            built("objection.letter.", List.of("receipt-unmatched"), ".next.without-grounds"),
            built("objection.letter.", List.of("receipt-without-grounds"), ".first.grounds", ".next.grounds"),
            built("objection.letter.reached.", List.of("OFFERED", "REFUSED", "TERMINATION_OFFERED")),
            built("objection.letter.added.next.", List.of("OFFERED", "REFUSED", "TERMINATION_OFFERED")),
            built(
                    "objection.letter.stands.",
                    OPEN.stream().filter(state -> !state.equals("TERMINATING")).toList()),
            built("objection.letter.", List.of("termination-complete", "terminated"), ".next.stated"),
            built("objection.letter.filed-by.", names("objection.Channel")),
            built("portal.window.closed.", names("notice.WindowClosing")),
            built("objection.letter.cure.", OFFERS),
            built("objection.letter.cure.", List.of("EXEMPTION_WITHOUT_END.MODIFY")),
            built("objection.letter.", List.of("exemption-ended.next.in-effect.MODIFY")),
            built("objection.letter.", List.of("exempt-until", "exempted-until", "may-be-used-since"), ".MODIFY"),
            built(
                    "objection.letter.",
                    List.of(
                            "use-if-accepted",
                            "use-if-silent",
                            "use-from",
                            "in-effect-since",
                            "in-effect-again-since",
                            "may-be-used-since",
                            "may-be-used-since.MODIFY",
                            "exempt-until",
                            "exempt-until.MODIFY",
                            "exempted-until",
                            "exempted-until.MODIFY"),
                    ".others"),
            built(
                    "objection.letter.",
                    List.of(
                            "filed",
                            "reached-on",
                            "matched-to",
                            "orders",
                            "refund",
                            "units",
                            "window",
                            "window.OBJECTION",
                            "answer",
                            "exempt-until",
                            "use-from",
                            "exempted-until",
                            "in-effect-since",
                            "in-effect-again-since",
                            "others-from",
                            "others-in-effect-since",
                            "others-object",
                            "may-be-used-since",
                            "others-since",
                            "use-if-accepted",
                            "use-if-silent",
                            "appealed",
                            "replied",
                            "replied-by",
                            "wrote",
                            "added",
                            "files",
                            "disputed",
                            "disputed-by",
                            "dispute-waits",
                            "dispute-overdue",
                            "replied-until",
                            "offer-lapsed",
                            "rejected",
                            "rejected-by",
                            "refund-lowered",
                            "usable",
                            "usable-but-units",
                            "stands.refused-for-good",
                            "stands.next.unadopted",
                            "button",
                            "button.confirm",
                            "silence",
                            "silence.none",
                            "appealed-by",
                            "no-offer",
                            "no-offer.missed",
                            "no-offer.missed.none",
                            "no-offer.none")));

    private static final Stream<MessageKeys> STAFF = Stream.of(
            built("workspace.kind.", names("register.ChangeKind")),
            built("workspace.window.", names("notice.WindowClosing")),
            built("workspace.heading.", names("register.ChangeKind")),
            built("workspace.help.", names("register.ChangeKind")),
            built("workspace.verb.", List.of("MODIFY", "REPLACE", "REMOVE")),
            built("workspace.state.", names("change.ChangeState"), "", ".text"),
            built("workspace.track.", names("change.Track")),
            built("workspace.task.", names("inbox.TaskKind"), ".lead"),
            built("workspace.outcome.", outcomes()),
            built("workspace.refund.title.", List.of("APPROVE_REFUND", "APPROVE_ALTERED_REFUND", "PAY_REFUND")),
            built("workspace.refund.lead.", List.of("APPROVE_REFUND", "APPROVE_ALTERED_REFUND", "PAY_REFUND")),
            built("workspace.refund.lead.", List.of("APPROVE_REFUND.none")),
            built("workspace.group.", names("access.Role")),
            built("workspace.role.", names("customer.ContactRole")),
            built("workspace.language.", names("refusal.Language")),
            built("workspace.refund.reason.hint", List.of("", ".second", ".only")),
            built("workspace.language.write.", names("refusal.Language")),
            built("workspace.policy.language.", names("refusal.Language")),
            built("workspace.start.", names("notice.Start$By")),
            built("workspace.message.", names("mail.MessageState")),
            built("workspace.mailing.kind.", names("mail.Kind")),
            built("workspace.mailing.kind.", List.of("STAFF")),
            built("workspace.case.settled-by.", List.of("NOT_AGREED", "LAPSED", "REFUSED", "RESOLVED", "EXEMPTED")),
            built("workspace.case.state.", names("objection.ObjectionState"), "", ".text"),
            built("workspace.case.state.", List.of("MOOT.text"), ".UNLISTED"),
            built("workspace.case.state.", List.of("REFUSED.text"), ".final"),
            built("workspace.case.turn.", OPEN),
            built("workspace.case.turn.", List.of("ASSESSMENT", "CONTESTED"), ".admitted"),
            built("portal.case.", List.of("late", "until.missed"), ""),
            built("portal.case.late", List.of(".past")),
            built("portal.case.in-time", List.of(".another")),
            built("portal.case.place", List.of(".late")),
            built("workspace.case.window.in-time", List.of(".another")),
            built("portal.case.until.missed", List.of(".again")),
            built("workspace.reach.letter.", List.of("NOTICE", "OFFER", "REFUSED", "TERMINATION_OFFER")),
            built("workspace.case.write.", List.of("customer", "staff")),
            built("workspace.said.", names("objection.ThreadMessage$Kind")),
            built("workspace.said.", List.of("REFUSED_AGAIN", "REFUSED_ANEW")),
            built("workspace.channel.", names("objection.Channel")),
            built("workspace.grounds.", names("objection.Grounds")),
            built("workspace.refusal.", names("objection.RefusalReason")),
            built("workspace.cure.", names("register.Settlement$Cure")),
            built("workspace.cure.give-up.", names("register.NoticePolicy$Remedy")),
            built("workspace.settlement.cure.", names("register.Settlement$Cure")),
            built("workspace.policy.remedy.", names("register.NoticePolicy$Remedy")),
            built("workspace.policy.notice-of.", List.of("ADD", "REPLACE", "MODIFY")),
            built("workspace.policy.from.", names("register.StartEvent")),
            built("workspace.termination.state.", names("termination.TerminationState")),
            built("workspace.", List.of("withdrawal", "postponement"), ".title", ".lead", ".reason.hint", ".send"),
            built("workspace.done.", List.of("withdrawn", "postponed", "amended", "added", "recorded", "sent-again")),
            built("workspace.done.written-to-", List.of("customer", "staff")),
            built(
                    "workspace.menu.",
                    List.of(
                            "inbox",
                            "overdue",
                            "changes",
                            "objections",
                            "terminations",
                            "registers",
                            "customers",
                            "mailings",
                            "incidents",
                            "ledger")),
            built(
                    "workspace.next.",
                    List.of(
                            "review",
                            "escalation",
                            "revision",
                            "second-approval",
                            "announcement",
                            "track-unlisted",
                            "track-unannounced",
                            "track-expedited",
                            "mailing",
                            "reminder",
                            "objections-close",
                            "notice-ends",
                            "long-stop",
                            "go-live",
                            "decision"),
                    "",
                    ".text"));

    private static final Stream<MessageKeys> DEMO = Stream.of(
            built(
                    "demo.person.",
                    List.of(
                            "legal",
                            "counsel",
                            "gc",
                            "finance",
                            "cfo",
                            "admin",
                            "operations",
                            "auditor",
                            "opsticket",
                            "securicom")),
            built("mailbox.kind.", names("demo.MailKind")),
            built("mailbox.tag.", names("demo.MailKind")));

    static final List<MessageKeys> BUILT = Stream.of(SHARED, SITE, PORTAL, CUSTOMER_FIELDS, MAIL, STAFF, DEMO)
            .flatMap(face -> face)
            .toList();

    Stream<String> keys() {
        return values.stream().flatMap(value -> ends.stream().map(end -> beginning + value + end));
    }

    private static MessageKeys built(String beginning, Collection<String> values, String... ends) {
        return new MessageKeys(beginning, values, ends.length == 0 ? List.of("") : List.of(ends));
    }

    /** The constants of an enum, which may be its package's own. */
    private static List<String> names(String type) {
        try {
            return Stream.of(Class.forName("fairnotice." + type).getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The constants as templates are called after them. */
    private static List<String> words(String type) {
        return names(type).stream().map(MessageKeys::word).toList();
    }

    private static List<String> stages() {
        return words("inbox.TaskReminders$Stage");
    }

    private static List<String> outcomes() {
        return Stream.of(TaskKind.values())
                .flatMap(kind -> kind.outcomes().stream().map(outcome -> word(kind.name()) + "." + outcome))
                .toList();
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
