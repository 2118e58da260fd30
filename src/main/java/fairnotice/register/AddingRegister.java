package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.RegisterDraft.Content;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a register that was typed, with version 1 of its list and of its promise. It is the administrators' from then on, and no file's. */
@Service
public class AddingRegister {

    private final DraftingRegister drafting;
    private final RegisterDrafts drafts;
    private final StoredRegisters stored;
    private final TakingInRegister takingIn;
    private final HolidayCalendars calendars;
    private final Clock clock;

    AddingRegister(
            DraftingRegister drafting,
            RegisterDrafts drafts,
            StoredRegisters stored,
            TakingInRegister takingIn,
            HolidayCalendars calendars,
            Clock clock) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.stored = stored;
        this.takingIn = takingIn;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param seen epoch of the draft that was looked at
     * @return the register, public from now on
     * @throws Refused with every problem, or when the draft was saved since
     */
    @Transactional
    public Register add(long draft, int seen, Actor by) {
        RegisterDraft typed = drafting.draft(draft, by);
        stored.lock();
        // saved once more, so that of two who publish it one is too late
        drafting.save(draft, seen, typed.content(), by);
        RegisterFile whole = whole(typed.content());
        drafts.remove(draft);
        Instant now = clock.instant();
        return takingIn.takeIn(whole, Origin.HERE, by, now);
    }

    /** @throws Refused with every problem of the list, entry by entry */
    public void list(Content typed) {
        List<FieldProblem> problems = problems(typed.settings().layout(), typed.entries());
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }

    /**
     * @param number from 1, of the entry whose place it takes; 0 for a new one
     * @throws Refused with every problem of one entry, also where another has its name
     */
    public void fits(Subprocessor entry, int number, Content typed) {
        List<FieldProblem> problems = new ArrayList<>(
                ListRules.rules(typed.settings().layout(), entry).problems());
        for (int i = 0; i < typed.entries().size(); i++) {
            if (i + 1 != number
                    && entry.name() != null
                    && RegisterVersion.sameName(typed.entries().get(i).name(), entry.name())) {
                problems.add(new FieldProblem("name", Phrase.of("refused.list.twice", entry.name(), i + 1)));
            }
        }
        if (number == 0 && typed.entries().size() >= ListRules.MOST) {
            problems.add(new FieldProblem("", Phrase.of("refused.list.too-many", ListRules.MOST)));
        }
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }

    private RegisterFile whole(Content typed) {
        List<FieldProblem> problems = new ArrayList<>();
        Register settings = read(() -> settings(typed.settings()), problems);
        NoticePolicy promise = read(() -> promise(typed.promise()), problems);
        if (settings != null) {
            problems.addAll(problems(settings, typed.entries()));
        }
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        return new RegisterFile(settings.promising(promise), typed.entries(), typed.history());
    }

    private static <T> T read(Supplier<T> part, List<FieldProblem> problems) {
        try {
            return part.get();
        } catch (Refused refused) {
            problems.addAll(refused.problems());
            return null;
        }
    }

    /** @throws Refused with every problem, also where another register has that id or prefix */
    public Register settings(TypedSettings typed) {
        Register read = SettingsReader.read(typed);
        List<FieldProblem> taken = new ArrayList<>();
        for (Register other : stored.readAll()) {
            if (other.id().equals(read.id())) {
                taken.add(new FieldProblem("id", Phrase.of("refused.register.id-taken", other.name())));
            }
            if (other.prefix().equals(read.prefix())) {
                taken.add(new FieldProblem("prefix", Phrase.of("refused.register.prefix-taken", other.name())));
            }
        }
        if (!taken.isEmpty()) {
            throw Refused.invalid(taken);
        }
        return read;
    }

    /** The promise as its first version. @throws Refused with every problem */
    public NoticePolicy promise(TypedPromise typed) {
        if (typed == null) {
            throw Refused.invalid("promise", "refused.register.no-promise");
        }
        return PromiseReader.read(typed, calendars).numbered(1);
    }

    private static List<FieldProblem> problems(Register settings, List<Subprocessor> entries) {
        if (entries.size() > ListRules.MOST) {
            return List.of(new FieldProblem("entries", Phrase.of("refused.list.too-many", ListRules.MOST)));
        }
        List<List<FieldProblem>> each = ListRules.problems(settings, entries, place -> place + 1);
        List<FieldProblem> told = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            for (FieldProblem problem : each.get(i)) {
                told.add(new FieldProblem("entries", Phrase.of("refused.list.entry", i + 1, problem.phrase())));
            }
        }
        return told;
    }
}
