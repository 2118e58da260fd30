package fairnotice.access;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names a deputy for days of absence; for oneself, or by an administrator for a colleague, but never oneself for a colleague. It gives the
 * deputy roles, so it waits for an administrator who did not ask for it, unless the deputy holds them all already or nobody else is there.
 */
@Service
public class ArrangingAbsence {

    private final ChangingAccounts changing;
    private final StaffAccounts accounts;
    private final Absences absences;
    private final StaffDirectory directory;
    private final AbsenceEntries entries;
    private final Clock clock;

    ArrangingAbsence(
            ChangingAccounts changing,
            StaffAccounts accounts,
            Absences absences,
            StaffDirectory directory,
            AbsenceEntries entries,
            Clock clock) {
        this.changing = changing;
        this.accounts = accounts;
        this.absences = absences;
        this.directory = directory;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * In place of the absence there was.
     *
     * @return whether it counts; else it waits to be confirmed
     * @throws Refused with every problem of what was typed, or when it is not for this person
     */
    @Transactional
    public boolean arrange(String username, TypedAbsence typed, Actor by) {
        StaffAccount absent = begin(username, by);
        StaffAccount deputy = Optional.ofNullable(typed.deputy())
                .filter(Staff::isUsername)
                .flatMap(accounts::find)
                .orElse(null);
        typed.check(absent.username(), deputy, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (!by.id().equals(absent.username()) && by.id().equals(deputy.username())) {
            throw Refused.invalid("deputy", "refused.absence.oneself");
        }
        boolean counts = lent(absent, deputy).isEmpty() || StaffRules.isAdministrator(by) && changing.isAlone(by);
        Absence absence = new Absence(
                0,
                absent.username(),
                deputy.username(),
                typed.firstDay(),
                typed.lastDay(),
                by.id(),
                clock.instant(),
                counts);
        absences.save(absence);
        entries.arranged(absence, lent(absent, deputy), by);
        return counts;
    }

    /** Ends it at once; it is over, or never was. @throws Refused when there is none, or it is not for this person */
    @Transactional
    public void end(String username, Actor by) {
        StaffAccount absent = begin(username, by);
        Absence absence = absences.find(absent.username()).orElseThrow(() -> Refused.conflict("refused.absence.none"));
        absences.remove(absent.username());
        entries.ended(absence, by);
    }

    /**
     * @param seen id of the absence that was looked at
     * @throws Refused when it waits no more, or the actor asked for it
     */
    @Transactional
    public void confirm(String username, long seen, Actor by) {
        changing.begin(by);
        Absence absence = absences.find(username)
                .filter(each -> each.id() == seen && !each.confirmed())
                .orElseThrow(() -> Refused.conflict("refused.staff.waits-no-more"));
        StaffRules.mayConfirm(by, absence, directory.colleagues());
        absences.save(absence.counting());
        entries.confirmed(absence, lent(changing.active(absence.username()), changing.active(absence.deputy())), by);
    }

    /** What is arranged for that account; null where nothing is. */
    @Transactional(readOnly = true)
    public Absence of(String username) {
        return absences.find(username).orElse(null);
    }

    /** @throws Refused when it is neither theirs nor are they an administrator */
    public void mayArrange(String username, Actor actor) {
        StaffRules.mayKeep(username, actor);
    }

    /** Why this person may not confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(Absence absence, Actor actor) {
        return Refused.reason(() -> StaffRules.mayConfirm(actor, absence, directory.colleagues()));
    }

    private StaffAccount begin(String username, Actor by) {
        if (!by.id().equals(username)) {
            changing.begin(by);
        } else {
            accounts.lock();
        }
        return changing.active(username);
    }

    /** What the deputy does not hold already. */
    private static Map<Role, Scope> lent(StaffAccount absent, StaffAccount deputy) {
        return HeldRoles.added(
                deputy.staff().held(), HeldRoles.lendable(absent.staff().held()));
    }
}
