package fairnotice.web.workspace.staff;

import fairnotice.access.Actor;
import fairnotice.access.ReadingSecondFactor;
import fairnotice.access.ReadingSessions;
import fairnotice.access.ReadingStaffAccounts;
import fairnotice.access.ReadingStaffAccounts.Member;
import fairnotice.access.ReadingTokens;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.access.StaffAccount;
import fairnotice.access.StaffRequest;
import fairnotice.refusal.Phrase;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.RolesInWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the staff show. */
@Component
class StaffModel {

    /** Accounts are of no register, so their times are shown in UTC. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** One line of the list, or the head of an account's page. */
    record Line(
            String username,
            String name,
            String email,
            List<String> roles,
            String state,
            Instant since,
            boolean waits) {}

    /** What a request makes of the account. @param before null where nothing stood, like {@code after} */
    record Row(String label, String before, String after) {}

    /**
     * @param takenBack whether it is the reader's own
     * @param obstacle why the reader may not confirm it; null when they may
     */
    record Waiting(
            long id,
            StaffRequest.Kind kind,
            String askedBy,
            Instant askedAt,
            List<Row> rows,
            boolean takenBack,
            Phrase obstacle) {}

    private final ReadingStaffAccounts reading;
    private final ReadingSessions sessions;
    private final ReadingSecondFactor factors;
    private final ReadingTokens tokens;
    private final Publishers publishers;
    private final RolesInWords roles;
    private final People people;
    private final Phrases phrases;

    StaffModel(
            ReadingStaffAccounts reading,
            ReadingSessions sessions,
            ReadingSecondFactor factors,
            ReadingTokens tokens,
            Publishers publishers,
            RolesInWords roles,
            People people,
            Phrases phrases) {
        this.reading = reading;
        this.sessions = sessions;
        this.factors = factors;
        this.tokens = tokens;
        this.publishers = publishers;
        this.roles = roles;
        this.people = people;
        this.phrases = phrases;
    }

    void list(Actor actor, Model model) {
        model.addAttribute("staff", reading.all(actor).stream().map(this::line).toList());
        common(actor, model);
    }

    void account(Member member, Actor actor, Model model) {
        model.addAttribute("account", member.account());
        model.addAttribute("line", line(member));
        model.addAttribute("own", actor.id().equals(member.username()));
        model.addAttribute("waiting", member.request() == null ? null : waiting(member, actor));
        model.addAttribute(
                "factor",
                member.account() == null
                        ? null
                        : factors.of(member.username(), actor).orElse(null));
        if (sessions.may(member.username(), actor)) {
            model.addAttribute("sessions", sessions.of(member.username(), null, actor));
            model.addAttribute("tokens", tokens.of(member.username(), actor));
        }
        common(actor, model);
        choices(member.account(), actor, model);
    }

    private void common(Actor actor, Model model) {
        model.addAttribute("zone", UTC);
        model.addAttribute("changes", reading.changes(actor));
    }

    /** What a form offers. @param account null for a new one */
    void choices(StaffAccount account, Actor actor, Model model) {
        model.addAttribute("alone", reading.isAlone(actor));
        model.addAttribute("roles", roles.all());
        model.addAttribute("registers", registers(account));
    }

    /** Those there are, and those for which the account holds a role. */
    Map<String, String> registers(StaffAccount account) {
        Map<String, String> registers = new LinkedHashMap<>();
        publishers.within(Scope.ALL).forEach(register -> registers.put(register.id(), register.name()));
        if (account != null) {
            account.staff()
                    .held()
                    .values()
                    .forEach(scope -> scope.registers().forEach(id -> registers.putIfAbsent(id, id)));
        }
        return registers;
    }

    private Line line(Member member) {
        StaffAccount account = member.account();
        Staff staff = account == null ? member.request().wanted(null) : account.staff();
        return new Line(
                staff.username(),
                staff.name(),
                staff.email(),
                roles.of(staff.held()),
                state(account),
                account == null ? null : account.inactiveSince(),
                member.request() != null);
    }

    private static String state(StaffAccount account) {
        if (account == null) {
            return "NEW";
        }
        if (!account.active()) {
            return "INACTIVE";
        }
        return account.isInvited() ? "INVITED" : "ACTIVE";
    }

    private Waiting waiting(Member member, Actor actor) {
        StaffRequest request = member.request();
        return new Waiting(
                request.id(),
                request.kind(),
                people.named(request.askedBy()),
                request.askedAt(),
                rows(member),
                reading.isTakenBack(request, actor),
                reading.obstacle(request, actor).orElse(null));
    }

    private List<Row> rows(Member member) {
        StaffAccount account = member.account();
        Staff before = account == null ? null : account.staff();
        Staff after = member.request().wanted(before);
        boolean activation = member.request().kind() == StaffRequest.Kind.ACTIVATION;
        List<Row> rows = new ArrayList<>();
        add(rows, "name", before == null ? null : before.name(), after.name());
        add(rows, "email", before == null ? null : before.email(), after.email());
        add(rows, "roles", before == null || activation ? null : said(before), said(after));
        if (activation) {
            add(rows, "state", state("INACTIVE"), state("ACTIVE"));
        }
        if (member.request().kind() == StaffRequest.Kind.FACTOR_RESET) {
            add(rows, "factor", phrases.said("workspace.factor.on"), phrases.said("workspace.factor.none.short"));
        }
        return rows;
    }

    private void add(List<Row> rows, String label, String before, String after) {
        if (!after.equals(before)) {
            rows.add(new Row(phrases.said("workspace.staff." + label), before, after));
        }
    }

    private String state(String state) {
        return phrases.said("workspace.staff.state." + state);
    }

    private String said(Staff staff) {
        return String.join(", ", roles.of(staff.held()));
    }
}
