package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Requested;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.access.StaffRequest;
import fairnotice.access.TwoPeople;
import fairnotice.change.ChangeState;
import fairnotice.change.Review;
import fairnotice.change.RoundBuilder;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChangeBuilder;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.mailserver.Part;
import fairnotice.mailserver.ServerRequest;
import fairnotice.notice.StatedService;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionBuilder;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.RefusalReason;
import fairnotice.objection.StatedMatch;
import fairnotice.objection.Submission;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.RegisterRequest;
import fairnotice.termination.Approval;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationBuilder;
import fairnotice.termination.TerminationState;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The two tables of {@code docs/roles.md} and the rules of the code are the same. paula and pete wrote rounds of the change, rita reviewed
 * it and refused the objection, sue recorded a service and stated a match, walt wrote the objection down, fay altered the refund and fred approved that, ada changed the customer; gina did nothing yet.
 */
class RolesTest {

    private static final Map<String, List<String>> BARRED = Map.ofEntries(
            Map.entry("change.StaffRules.AUTHOR_AND_REVIEWER", List.of("paula", "pete")),
            Map.entry("change.StaffRules.AUTHOR_AND_DECIDER", List.of("paula", "pete")),
            Map.entry("notice.ServiceRules.AUTHOR_AND_SERVICE", List.of("paula", "pete")),
            Map.entry("notice.ServiceRules.RECORDED_AND_CONFIRMED", List.of("sue")),
            Map.entry("change.StaffRules.AUTHOR_OR_REVIEWER_AND_SECOND", List.of("paula", "pete", "rita")),
            Map.entry("change.StaffRules.AUTHOR_OR_REVIEWER_AND_READER", List.of("paula", "pete", "rita")),
            Map.entry("change.StaffRules.CERTIFIERS", List.of("paula", "pete")),
            Map.entry("objection.ObjectionRules.AUTHOR_AND_REJECTION", List.of("paula", "pete", "walt")),
            Map.entry("objection.ObjectionRules.MATCHED_AND_CONFIRMED", List.of("paula", "pete", "sue")),
            Map.entry("objection.ObjectionRules.REFUSED_AND_APPEAL", List.of("rita")),
            Map.entry("termination.TerminationRules.ALTERED_AND_APPROVED", List.of("fay")),
            Map.entry("termination.TerminationRules.APPROVED_AND_PAID", List.of("fred")),
            Map.entry("customer.CustomerRules.CHANGED_AND_CONFIRMED", List.of("ada")),
            Map.entry("customer.CustomerRules.CONTACTS_CHANGED_AND_CONFIRMED", List.of("ada")),
            Map.entry("customer.CustomerRules.ADDED_AND_CONFIRMED", List.of("ada")),
            Map.entry("access.StaffRules.ASKED_AND_CONFIRMED", List.of("ada")),
            Map.entry("register.RegisterRules.ASKED_AND_CONFIRMED", List.of("ada")),
            Map.entry("mailserver.ServerRules.ASKED_AND_CONFIRMED", List.of("ada")));

    /** They ask for a role to show or to list something, and refuse nothing. */
    private static final Set<String> ONLY_SHOWING = Set.of(
            "web.workspace.WorkspaceAdvice.mayWork",
            "web.workspace.history.LedgerPageController.ledger",
            "inbox.IncidentScope.seen",
            "inbox.IncidentScope.retriable",
            "inbox.TaskKind.workedBy",
            "web.workspace.objection.ObjectionController.page",
            "inbox.ObjectionTaskHandler.mayComplete",
            "inbox.DisputeTaskHandler.mayComplete",
            "customer.ConfirmingCustomerChange.waiting",
            "customer.ConfirmingCustomerChange.together",
            "access.Colleagues.having");

    /** They ask for all registers, or ask for the register where the step is found. */
    private static final Set<String> OF_NO_REGISTER = Set.of(
            "inbox.RetryingStep.mayRetry",
            "web.api.LedgerController.mayRead",
            "mailserver.ServerRules.mayRead",
            "mailserver.ServerRules.onlyAdministrators",
            "access.StaffRules.mayRead",
            "access.StaffRules.onlyAdministrators",
            "register.RegisterRules.onlyAdministrators",
            "web.workspace.history.LedgerErasureController.onlyAdministrators");

    /** By which the house asks whether somebody has a role. */
    private static final Set<String> QUESTIONS = Set.of("is", "holds", "worksIn", "scope");

    private static final Set<String> PEOPLE =
            new TreeSet<>(List.of("paula", "pete", "rita", "sue", "walt", "fay", "fred", "ada", "gina"));

    private record Step(String name, Set<Role> roles, String rule) {

        /** Whoever takes it is an author of the change. */
        String actor() {
            return name.contains("one's own") ? "paula" : "gina";
        }
    }

    private record Pair(Set<Role> roles, boolean singleHanded, String constant, String rule) {}

    @Test
    void each_step_is_for_the_roles_that_the_page_names_and_for_no_other() {
        for (Step step : steps()) {
            for (Role role : Role.values()) {
                assertThat(allows(step.rule(), new Actor(step.actor(), Set.of(role)), several(role)))
                        .as("%s, as %s", step.name(), role)
                        .isEqualTo(step.roles().contains(role));
            }
            assertThat(allows(step.rule(), new Actor(step.actor(), Set.of()), several(Role.LEGAL)))
                    .as("%s, without a role", step.name())
                    .isFalse();
        }
    }

    @Test
    void each_step_is_for_the_register_for_which_the_role_is_held() {
        for (Step step : steps()) {
            for (Role role : step.roles()) {
                Actor here = new Actor(step.actor(), Map.of(role, Scope.of("opsticket")));
                Actor elsewhere = new Actor(step.actor(), Map.of(role, Scope.of("securicom")));
                String who = step.name() + ", as " + role;
                if (!OF_NO_REGISTER.contains(step.rule())) {
                    assertThat(allows(step.rule(), here, several(role))).as(who).isTrue();
                    assertThat(allows(step.rule(), elsewhere, several(role)))
                            .as("%s elsewhere", who)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void only_who_holds_the_role_for_the_register_is_somebody_else() {
        Staff elsewhere = new Staff("gina", "gina", "gina@example.com", Map.of(Role.LEGAL, Scope.of("securicom")));
        Staff here = new Staff("paula", "paula", "paula@example.com", Map.of(Role.LEGAL, Scope.of("opsticket")));
        Colleagues both = new Colleagues(List.of(here, elsewhere));

        assertThat(both.having(Set.of(Role.LEGAL), "opsticket")).containsExactly("paula");
        assertThat(both.having(Set.of(Role.LEGAL), "securicom")).containsExactly("gina");
    }

    @Test
    void those_it_does_not_wait_for_are_joined_in_the_words_of_the_reader() {
        TwoPeople rule = new TwoPeople(
                Set.of(Role.LEGAL), "refused.group.legal", "refused.did.wrote-change", "refused.wanted.review", true);
        Colleagues two = new Colleagues(List.of(staff("ann", Role.LEGAL), staff("bob", Role.LEGAL)));
        Phrase vacancy = rule.vacancy(Set.of("ann", "bob"), "opsticket", two).orElseThrow();

        assertThat(vacancy.said()).contains("only ann (ann) and bob (bob) are active");
        assertThat(Language.DE.speak(vacancy::said)).contains("Aktiv sind nur ann (ann) und bob (bob), und sie haben");
    }

    @Test
    void each_pair_is_for_two_people_and_the_page_says_what_one_alone_may() {
        for (Pair pair : pairs()) {
            TwoPeople rule = constant(pair.constant());
            assertThat(rule.roles()).as(pair.constant()).isEqualTo(pair.roles());
            assertThat(rule.singleHanded()).as(pair.constant()).isEqualTo(pair.singleHanded());
            for (Role role : pair.roles()) {
                for (String name : PEOPLE) {
                    boolean barred = BARRED.get(pair.constant()).contains(name);
                    Actor actor = new Actor(name, Set.of(role));
                    String who = name + " as " + role + ": " + pair.constant();
                    assertThat(allows(pair.rule(), actor, several(role)))
                            .as(who)
                            .isEqualTo(!barred);
                    for (boolean set : List.of(true, false)) {
                        Colleagues alone = new Colleagues(List.of(staff(name, role)), set);
                        boolean both = pair.singleHanded() && set;
                        String how = who + ", alone, single-handed " + set;
                        assertThat(allows(pair.rule(), actor, alone)).as(how).isEqualTo(!barred || both);
                        assertThat(rule.isSingleHanded(actor, Set.of(name), "opsticket", alone))
                                .as("%s, recorded", how)
                                .isEqualTo(both);
                        assertThat(rule.vacancy(Set.of(name), "opsticket", alone)
                                        .isPresent())
                                .as("%s, waits", how)
                                .isEqualTo(!both);
                    }
                }
            }
        }
    }

    @Test
    void the_page_names_every_pair_there_is() {
        Set<String> there = StructureTest.HOUSE.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(TwoPeople.class))
                .map(JavaField::getFullName)
                .map(RolesTest::inside)
                .collect(Collectors.toSet());

        assertThat(pairs()).extracting(Pair::constant).containsExactlyInAnyOrderElementsOf(there);
        assertThat(BARRED).containsOnlyKeys(there);
    }

    @Test
    void the_page_names_every_rule_that_asks_for_a_role() {
        Set<String> named = steps().stream().map(Step::rule).collect(Collectors.toSet());
        List<JavaMethodCall> questions = StructureTest.HOUSE.get(Actor.class).getMethods().stream()
                .filter(method -> QUESTIONS.contains(method.getName()))
                .filter(method -> !method.getRawParameterTypes().isEmpty())
                .flatMap(method -> method.getCallsOfSelf().stream())
                .toList();

        assertThat(questions).hasSizeGreaterThan(10);
        assertThat(questions.stream()
                        .map(JavaMethodCall::getOrigin)
                        .filter(asking -> !asking.getOwner().isEquivalentTo(Actor.class))
                        .filter(asking -> !isNamed(asking, named))
                        .map(RolesTest::name))
                .isEmpty();
    }

    /** Itself, or only asked on behalf of such a rule. */
    private static boolean isNamed(JavaCodeUnit asking, Set<String> named) {
        return Stream.concat(Stream.of(name(asking)), behalf(asking))
                .anyMatch(name -> named.contains(name) || ONLY_SHOWING.contains(name));
    }

    private static Stream<String> behalf(JavaCodeUnit asking) {
        return asking.getCallsOfSelf().stream()
                .map(call -> call.getOrigin())
                .filter(caller -> caller.getOwner().equals(asking.getOwner()))
                .map(RolesTest::name);
    }

    private static String name(JavaCodeUnit code) {
        String bare = code.getName().replaceAll("^lambda\\$(\\w+)\\$\\d+$", "$1");
        return inside(code.getOwner().getName()) + "." + bare;
    }

    private static String inside(String name) {
        return name.replaceFirst("^fairnotice\\.", "");
    }

    // ---- the page

    private static List<Step> steps() {
        List<Step> steps = rows("| Step |").stream()
                .map(cells -> new Step(cells.get(0), roles(cells.get(1)), code(cells.get(2))))
                .toList();
        assertThat(steps).hasSizeGreaterThan(20);
        return steps;
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = rows("| First step |").stream()
                .map(cells -> new Pair(
                        roles(cells.get(2)),
                        cells.get(3).equals("single-handed"),
                        code(cells.get(4)),
                        code(cells.get(5))))
                .toList();
        assertThat(pairs).isNotEmpty();
        return pairs;
    }

    private static List<List<String>> rows(String heading) {
        try {
            return Files.readAllLines(Path.of("docs/roles.md")).stream()
                    .dropWhile(line -> !line.startsWith(heading))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Role> roles(String cell) {
        return Arrays.stream(cell.split(", ")).map(Role::valueOf).collect(Collectors.toSet());
    }

    private static String code(String cell) {
        return cell.replace("`", "");
    }

    // ---- the code

    private static TwoPeople constant(String name) {
        try {
            Field field = owner(name).getDeclaredField(name.substring(name.lastIndexOf('.') + 1));
            field.setAccessible(true);
            return (TwoPeople) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("There is no " + name, e);
        }
    }

    private static Class<?> owner(String name) throws ClassNotFoundException {
        return Class.forName("fairnotice." + name.substring(0, name.lastIndexOf('.')));
    }

    private static boolean allows(String rule, Actor actor, Colleagues colleagues) {
        try {
            String method = rule.substring(rule.lastIndexOf('.') + 1);
            Method asked = Arrays.stream(owner(rule).getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .filter(each -> Arrays.stream(each.getParameterTypes())
                            .allMatch(type -> value(type, actor, colleagues) != null))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no rule " + rule));
            asked.setAccessible(true);
            Object answer = asked.invoke(
                    null,
                    Arrays.stream(asked.getParameterTypes())
                            .map(type -> value(type, actor, colleagues))
                            .toArray());
            return answer == null || (boolean) answer;
        } catch (InvocationTargetException thrown) {
            assertThat(thrown.getCause())
                    .as(rule)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.because()).isEqualTo(Refused.Because.NOT_ALLOWED));
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The rule " + rule + " cannot be asked", e);
        }
    }

    private static Object value(Class<?> type, Actor actor, Colleagues colleagues) {
        Map<Class<?>, Object> values = Map.ofEntries(
                Map.entry(Actor.class, actor),
                Map.entry(Colleagues.class, colleagues),
                Map.entry(String.class, "opsticket"),
                Map.entry(VendorChange.class, CHANGE),
                Map.entry(Objection.class, CONTESTED),
                Map.entry(Termination.class, ALTERED),
                Map.entry(StatedService.class, STATED),
                Map.entry(StatedMatch.class, new StatedMatch(3, 17, "sue", Instant.EPOCH)),
                Map.entry(UnconfirmedChange.class, CHANGED),
                Map.entry(Requested.class, ASKED),
                Map.entry(RegisterRequest.class, REQUESTED),
                Map.entry(ServerRequest.class, new ServerRequest(1, Part.RELAY, null, "ada", Instant.EPOCH)));
        return values.get(type);
    }

    private static Colleagues several(Role role) {
        return new Colleagues(PEOPLE.stream().map(name -> staff(name, role)).toList());
    }

    private static Staff staff(String name, Role role) {
        return new Staff(name, name, name + "@example.com", Set.of(role));
    }

    private static final VendorChange CHANGE = VendorChangeBuilder.builder()
            .reference("OPSTICKET-2026-0007")
            .register("opsticket")
            .state(ChangeState.SECOND_APPROVAL)
            .round(RoundBuilder.builder()
                    .number(2)
                    .proposedBy("paula")
                    .authors(Set.of("paula", "pete"))
                    .proposedAt(Instant.EPOCH)
                    .review(new Review("rita", Instant.EPOCH, Track.EXPEDITED, null, null, null, null))
                    .build())
            .version(1)
            .build();

    private static final Objection CONTESTED = ObjectionBuilder.builder()
            .id(3)
            .reference("OBJ-2026-0003")
            .change("OPSTICKET-2026-0007")
            .register("opsticket")
            .round(1)
            .policyVersion(1)
            .customer(17L)
            .state(ObjectionState.CONTESTED)
            .filing(new Submission(
                    Channel.LETTER, null, "Ann", null, null, Grounds.OTHER, Set.of(), null, "walt", Instant.EPOCH))
            .receivedAt(Instant.EPOCH)
            .assessedBy("rita")
            .refusal("No grounds")
            .refusedFor(RefusalReason.GROUNDS)
            .contested(true)
            .version(1)
            .build();

    private static final Termination ALTERED = TerminationBuilder.builder()
            .reference("TRM-2026-0003")
            .objection("OBJ-2026-0003")
            .change("OPSTICKET-2026-0007")
            .register("opsticket")
            .customer(17)
            .policyVersion(1)
            .electedBy(23)
            .electedAt(Instant.EPOCH)
            .state(TerminationState.ALTERED)
            .approval(new Approval(
                    Map.of("EUR", BigDecimal.TEN), "Goodwill", "fay", Instant.EPOCH, "fred", Instant.EPOCH))
            .payouts(List.of())
            .version(1)
            .build();

    private static final StatedService STATED =
            new StatedService("notice/1", LocalDate.EPOCH, "By courier", "sue", Instant.EPOCH);

    private static final StaffRequest ASKED = new StaffRequest(
            1,
            "nora",
            StaffRequest.Kind.NEW,
            "Nora",
            "nora@example.com",
            Map.of(Role.ADMIN, Scope.ALL),
            "ada",
            Instant.EPOCH);

    private static final RegisterRequest REQUESTED = new RegisterRequest(1, "opsticket", 1, null, "ada", Instant.EPOCH);

    private static final UnconfirmedChange CHANGED = new UnconfirmedChange(
            17, 3, List.of(), List.of(), null, Set.of("orders/PO-1/prepaid"), Set.of("ada"), Instant.EPOCH);
}
