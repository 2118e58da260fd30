package fairnotice.web.workspace.register;

import fairnotice.refusal.Phrase;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Audience;
import fairnotice.register.Settlement;
import fairnotice.web.Phrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A whole promise in sentences for the staff, and what differs between two. */
@Component
class PromiseWords {

    /** What is said of one matter before and after; null where nothing was, or is, said of it. */
    record Difference(String before, String after) {}

    private final Phrases phrases;

    PromiseWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Who is told what, when. */
    List<String> notice(NoticePolicy policy) {
        return List.copyOf(noticeLines(policy).values());
    }

    /** How an objection is settled. */
    List<String> settlement(NoticePolicy policy) {
        return List.copyOf(settlementLines(policy).values());
    }

    List<Difference> differences(NoticePolicy before, NoticePolicy after) {
        Map<String, String> stood = all(before);
        Map<String, String> stands = all(after);
        List<String> matters = new ArrayList<>(stands.keySet());
        stood.keySet().stream().filter(matter -> !stands.containsKey(matter)).forEach(matters::add);
        return matters.stream()
                .map(matter -> new Difference(stood.get(matter), stands.get(matter)))
                .filter(each -> each.before() == null || !each.before().equals(each.after()))
                .toList();
    }

    private Map<String, String> all(NoticePolicy policy) {
        Map<String, String> all = noticeLines(policy);
        all.putAll(settlementLines(policy));
        return all;
    }

    private Map<String, String> noticeLines(NoticePolicy policy) {
        Lines lines = new Lines();
        lines.say(
                "clause",
                "workspace.policy.clause",
                policy.clause(),
                policy.zone().getId());
        lines.say("language", "workspace.policy.language." + policy.language());
        lines.say("notice", "workspace.policy.notice", policy.notice().period());
        lines.sayIf(
                !policy.noticeFor().equals(NoticePolicy.EVERY_KIND),
                "kinds",
                "workspace.policy.notice-of",
                joined("workspace.policy.notice-of.", policy.noticeFor(), ", "));
        lines.say("from", "workspace.policy.from." + policy.noticeFrom(), said(policy.presumedReceivedAfter()));
        lines.say("objection", "workspace.policy.objection", policy.objection().period());
        lines.say("rolls", policy.objection().rollsForward() ? "workspace.policy.rolls" : "workspace.policy.stays");
        lines.sayIf(
                policy.holidayCalendar() != null, "holidays", "workspace.policy.holidays", policy.holidayCalendar());
        lines.say("grounds", policy.groundsRequired() ? "workspace.policy.grounds" : "workspace.policy.no-grounds");
        lines.say("remedy", "workspace.policy.remedy." + policy.remedy());
        audience(lines, policy.audience());
        if (policy.expedited() == null) {
            lines.say("exception", "workspace.policy.no-expedited");
        } else {
            lines.say(
                    "exception",
                    "workspace.policy.expedited",
                    policy.expedited().clause());
        }
        lines.say("weaker", policy.weakerTrack() ? "workspace.policy.weaker" : "workspace.policy.no-weaker");
        if (policy.reminders().isEmpty()) {
            lines.say("reminders", "workspace.policy.no-reminders");
        } else {
            lines.say(
                    "reminders",
                    "workspace.policy.reminders",
                    policy.reminders().stream().map(Phrase::inWords).collect(Collectors.joining(", ")));
        }
        lines.say("reach", "workspace.policy.reach", policy.reachWithin());
        lines.say("review", "workspace.policy.review", policy.reviewWithin(), policy.escalateAfter());
        lines.say("effect", policy.tellInEffect() ? "workspace.policy.tell" : "workspace.policy.no-tell");
        lines.say(
                "removal",
                policy.listRemovedUntilNoticeEnds() ? "workspace.policy.removal" : "workspace.policy.no-removal");
        return lines.said;
    }

    private void audience(Lines lines, Audience audience) {
        plans(lines, "told", "workspace.policy.told.all", "workspace.policy.told", audience.told());
        plans(lines, "object", "workspace.policy.object.all", "workspace.policy.object", audience.mayObject());
        String roles = joined("workspace.role.", audience.roles(), ", ");
        if (audience.otherwise().isEmpty()) {
            lines.say("roles", "workspace.policy.roles.only", roles);
        } else {
            lines.say("roles", "workspace.policy.roles", roles, joined("workspace.role.", audience.otherwise(), ", "));
        }
        lines.say(
                "subscribers",
                audience.subscribers() ? "workspace.policy.subscribers" : "workspace.policy.no-subscribers");
    }

    private void plans(Lines lines, String matter, String all, String some, Collection<String> plans) {
        if (plans.isEmpty()) {
            lines.say(matter, all);
        } else {
            lines.say(matter, some, plans.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private Map<String, String> settlementLines(NoticePolicy policy) {
        Settlement settlement = policy.settlement();
        Lines lines = new Lines();
        lines.say("answer", "workspace.settlement.answer", settlement.answerWithin());
        lines.say("contest", "workspace.settlement.contest", settlement.contestWithin());
        if (settlement.cures().isEmpty()) {
            lines.say("cures", "workspace.settlement.no-cures");
        } else {
            lines.say(
                    "cures",
                    "workspace.settlement.cures",
                    joined(
                            "workspace.settlement.cure.",
                            settlement.cures().stream().sorted().toList(),
                            "; "));
        }
        lines.say("cure", "workspace.settlement.cure", settlement.cureWithin());
        if (settlement.authority().isEmpty()) {
            lines.say("authority", "workspace.settlement.authority.all");
        } else {
            lines.say(
                    "authority",
                    "workspace.settlement.authority",
                    joined("workspace.role.", settlement.authority(), ", "));
        }
        lines.say("remind", "workspace.settlement.remind", settlement.remindBefore(), settlement.escalateAfter());
        if (settlement.termination() != null) {
            ending(lines, settlement.termination());
        }
        return lines.said;
    }

    private void ending(Lines lines, Settlement.Termination end) {
        lines.say("elect", "workspace.settlement.elect", end.electWithin());
        if (end.notice() == null) {
            lines.say("end", "workspace.settlement.end-at-once", end.atLatest());
        } else {
            lines.say("end", "workspace.settlement.end", end.notice(), end.atLatest());
        }
        lines.say("refund", end.refund() ? "workspace.settlement.refund" : "workspace.settlement.no-refund");
        lines.say("owed", end.outstandingFeesPayable() ? "workspace.settlement.owed" : "workspace.settlement.not-owed");
        if (end.dataAfterEnd() == null) {
            lines.say("data", "workspace.settlement.no-data");
        } else {
            lines.say("data", "workspace.settlement.data", end.dataAfterEnd());
        }
    }

    private static String said(Object period) {
        return period == null ? "" : Phrase.inWords(period);
    }

    private String joined(String key, Collection<?> values, String between) {
        return values.stream().map(value -> phrases.said(key + value)).collect(Collectors.joining(between));
    }

    /** One sentence for each matter, in the order in which they are said. */
    private final class Lines {

        private final Map<String, String> said = new LinkedHashMap<>();

        void say(String matter, String key, Object... facts) {
            said.put(matter, phrases.said(key, facts));
        }

        void sayIf(boolean stated, String matter, String key, Object fact) {
            if (stated) {
                say(matter, key, fact);
            }
        }
    }
}
