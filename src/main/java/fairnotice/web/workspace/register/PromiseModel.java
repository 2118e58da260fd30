package fairnotice.web.workspace.register;

import fairnotice.calendar.Days;
import fairnotice.notice.NoticeDates;
import fairnotice.notice.StandardDates;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Remedy;
import fairnotice.register.PromiseTemplate;
import fairnotice.register.Register;
import fairnotice.register.Settlement;
import fairnotice.register.StartEvent;
import fairnotice.register.TypedPromise;
import fairnotice.web.Phrases;
import fairnotice.web.PromiseView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a promise offers to choose from, and what a promise means: its words, and the dates of a change as an example. */
@Component
class PromiseModel {

    /** The names of contact roles, in the order in which they are offered. */
    private static final List<String> ROLES = List.of("PRIVACY", "LEGAL", "OWNER", "SECURITY", "BILLING");

    /**
     * A change that is announced on a day, and whose notices are sent at once.
     *
     * @param earliestUse the first day on which the vendor may be used
     */
    record Example(LocalDate announced, NoticeDates dates, LocalDate earliestUse) {}

    private final PromiseWords words;
    private final StandardDates dates;
    private final Phrases phrases;
    private final Clock clock;

    PromiseModel(PromiseWords words, StandardDates dates, Phrases phrases, Clock clock) {
        this.words = words;
        this.dates = dates;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** @param typed what stands in the form; null for none yet */
    void choices(TypedPromise typed, Model model) {
        model.addAttribute(
                "templates", phrases.choices("workspace.promise.template.", List.of(PromiseTemplate.values())));
        model.addAttribute("events", phrases.choices("workspace.promise.from.", List.of(StartEvent.values())));
        model.addAttribute(
                "kinds",
                phrases.choices(
                        "workspace.policy.notice-of.", List.of(ChangeKind.ADD, ChangeKind.REPLACE, ChangeKind.MODIFY)));
        model.addAttribute("remedies", phrases.choices("workspace.policy.remedy.", List.of(Remedy.values())));
        model.addAttribute(
                "cureChoices", phrases.choices("workspace.settlement.cure.", List.of(Settlement.Cure.values())));
        model.addAttribute("roleChoices", phrases.choices("workspace.role.", ROLES));
        model.addAttribute("rolesFirst", roles(typed == null ? List.of() : typed.roles()));
        model.addAttribute("authorityFirst", roles(typed == null ? List.of() : typed.authority()));
        model.addAttribute("languageChoices", phrases.choices("workspace.language.", List.of(Language.values())));
    }

    /** Those that are chosen first, in their order: a form that is sent again changes none. */
    private Map<String, String> roles(List<String> chosen) {
        List<String> first = new ArrayList<>(chosen);
        first.retainAll(ROLES);
        ROLES.stream().filter(role -> !first.contains(role)).forEach(first::add);
        return phrases.choices("workspace.role.", first);
    }

    /** @param register under that promise. @param on the day of the example, as typed; today for what is none */
    void meaning(Register register, String on, Model model) {
        NoticePolicy policy = register.policy();
        model.addAttribute("view", new PromiseView(register));
        model.addAttribute("noticeLines", words.notice(policy));
        model.addAttribute("settlementLines", words.settlement(policy));
        model.addAttribute("example", example(policy, on));
    }

    private Example example(NoticePolicy policy, String on) {
        LocalDate day = day(on).orElseGet(() -> LocalDate.ofInstant(clock.instant(), policy.zone()));
        NoticeDates counted = dates.ofAnnouncement(policy, Days.morning(day, policy.zone()));
        return new Example(day, counted, counted.earliestUse(counted, Optional.empty()));
    }

    private static Optional<LocalDate> day(String on) {
        try {
            return Optional.ofNullable(WrittenDay.typed("on", on));
        } catch (Refused unreadable) {
            return Optional.empty();
        }
    }
}
