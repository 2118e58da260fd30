package fairnotice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house (design, section 3). Every rule first shows that it guards something. */
class StructureTest {

    /** From the ground up; a new room is entered here when it is built. */
    private static final List<String> FEATURES = List.of(
            "refusal",
            "limit",
            "wakeup",
            "worker",
            "attachment",
            "readiness",
            "timekeeping",
            "calendar",
            "ledger",
            "access",
            "publisher",
            "register",
            "customer",
            "mailserver",
            "mail",
            "subscription",
            "change",
            "notice",
            "objection",
            "termination",
            "clearance",
            "inbox");

    private static final List<String> OTHER_ROOMS = List.of(
            "sql",
            "process",
            "web",
            "web.connection",
            "web.monitor",
            "web.site",
            "web.portal",
            "web.workspace",
            "web.api",
            "embedded",
            "demo");

    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fairnotice");

    static Stream<String> features() {
        return FEATURES.stream();
    }

    @Test
    void every_room_sees_only_the_floors_below_it() {
        ApplicationModules house = ApplicationModules.of(Fairnotice.class);

        assertThat(house.stream().map(room -> room.getBasePackage().getName()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(FEATURES.stream(), OTHER_ROOMS.stream())
                        .map(room -> "fairnotice." + room)
                        .toList());
        house.verify();
    }

    /** The rooms of a face are no modules: a page's classes stand together, and what all pages share stands in the root. */
    @Test
    void the_rooms_of_the_workspace_use_its_root_and_each_other_in_one_direction() {
        assertThat(in("fairnotice.web.workspace.*.."))
                .as("classes in its rooms")
                .isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage("fairnotice.web.workspace")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fairnotice.web.workspace.*..")
                .check(HOUSE);
        slices().matching("fairnotice.web.workspace.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void only_the_process_imports_the_engine() {
        DescribedPredicate<JavaClass> engine = resideInAnyPackage("org.camunda..", "org.cibseven..", "org.operaton..");

        assertThat(in("fairnotice.process.."))
                .as("classes of the process that use the engine")
                .anyMatch(room -> dependsOn(room, engine));
        noClasses()
                .that()
                .resideOutsideOfPackage("fairnotice.process..")
                .should()
                .dependOnClassesThat(engine)
                .check(HOUSE);
    }

    @Test
    void only_wiring_sees_how_something_is_stored() {
        assertThat(in("fairnotice..jdbc..")).as("classes that store").isNotEmpty();
        noClasses()
                .that()
                .resideOutsideOfPackage("fairnotice..jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fairnotice..jdbc..")
                .check(HOUSE);
        classes()
                .that()
                .resideInAPackage("fairnotice..jdbc..")
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("features")
    void sql_is_spoken_only_where_something_is_stored(String feature) {
        noClasses()
                .that()
                .resideInAPackage("fairnotice." + feature + "..")
                .and()
                .resideOutsideOfPackage("fairnotice..jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .check(HOUSE);
    }

    /** Allowed are the language, the house, a log, digests, and the two annotations of a use case. What RecordBuilder reads is gone once it is compiled. */
    @ParameterizedTest
    @MethodSource("features")
    void records_and_rules_know_no_framework(String feature) {
        DescribedPredicate<JavaClass> root =
                resideInAPackage("fairnotice." + feature).and(DescribedPredicate.not(packageInfo()));

        assertThat(HOUSE.that(root)).as("classes of " + feature).isNotEmpty();
        classes()
                .that(root)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.io..",
                                "java.math..",
                                "java.net..",
                                "java.nio..",
                                "java.security..",
                                "java.text..",
                                "java.time..",
                                "java.util..",
                                "javax.crypto..",
                                "org.apache.commons.codec.digest..",
                                "org.slf4j..",
                                "org.springframework.transaction.annotation..",
                                "fairnotice..")
                        .or(JavaClass.Predicates.equivalentTo(org.springframework.stereotype.Service.class))
                        .or(arrayOfPrimitives()))
                .check(HOUSE);
    }

    /** A builder sets any field to anything: a record's own verbs stay the only door. */
    @Test
    void a_record_is_copied_by_its_own_verbs_alone() {
        List<JavaMethod> builds = HOUSE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(StructureTest::buildsItsRecord)
                .toList();

        assertThat(builds).as("builders of records").isNotEmpty();
        assertThat(builds)
                .allSatisfy(build -> assertThat(build.getOwner().getDirectDependenciesToSelf())
                        .as("uses of " + build.getOwner().getSimpleName())
                        .extracting(Dependency::getOriginClass)
                        .containsOnly(build.getRawReturnType()));
    }

    private static boolean buildsItsRecord(JavaMethod method) {
        JavaClass built = method.getRawReturnType();
        return method.getName().equals("build")
                && built.isRecord()
                && method.getOwner().getName().equals(built.getName().replace("$", "") + "Builder");
    }

    /** A demonstration tells its story in days before today, which no promise counts. */
    @Test
    void days_are_counted_in_the_calendar_alone() {
        assertThat(in("fairnotice.calendar.."))
                .as("classes that count days")
                .anyMatch(room -> room.getAccessesFromSelf().stream().anyMatch(StructureTest::countsDays));
        noClasses()
                .that()
                .resideOutsideOfPackages("fairnotice.calendar..", "fairnotice.demo..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe("counts days", StructureTest::countsDays))
                .check(HOUSE);
    }

    private static boolean countsDays(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        Set<String> days = Set.of("java.time.LocalDate", "java.time.LocalDateTime", "java.time.ZonedDateTime");
        return days.contains(target.getOwner().getName())
                && Stream.of("plus", "minus", "atStartOfDay", "atTime").anyMatch(target.getName()::startsWith);
    }

    @Test
    void nobody_reads_the_time_but_from_the_clock_passed_in() {
        assertThat(HOUSE.that(DescribedPredicate.not(packageInfo()))).isNotEmpty();
        timeOnlyFromTheClock().check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Offender.CallsNow.class,
                Offender.RefersToNow.class,
                Offender.MakesADate.class,
                Offender.AsksTheSystem.class,
                Offender.AsksACalendar.class,
                Offender.MakesAClock.class
            })
    void the_rule_about_time_finds_offenders(Class<?> offender) {
        JavaClasses found = new ClassFileImporter().importClasses(offender);

        assertThatThrownBy(() -> timeOnlyFromTheClock().check(found)).isInstanceOf(AssertionError.class);
    }

    /** The one place that makes a clock is the application itself, and the demo, which has its own. */
    private static ArchRule timeOnlyFromTheClock() {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(Fairnotice.class)
                .and()
                .resideOutsideOfPackage("fairnotice.demo..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe("reads the machine's time", StructureTest::readsTime));
    }

    private static boolean readsTime(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        Set<String> machine = Set.of("java.lang.System.currentTimeMillis", "java.util.Calendar.getInstance");
        List<JavaClass> given =
                target instanceof AccessTarget.CodeUnitAccessTarget code ? code.getRawParameterTypes() : List.of();
        boolean now = owner.startsWith("java.time.")
                && target.getName().equals("now")
                && given.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean clock = owner.equals("java.time.Clock")
                && (target.getName().startsWith("system") || target.getName().startsWith("tick"))
                && given.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean date = owner.equals("java.util.Date") && target.getName().equals("<init>") && given.isEmpty();
        return now || clock || date || machine.contains(owner + "." + target.getName());
    }

    private static JavaClasses in(String packages) {
        return HOUSE.that(resideInAPackage(packages));
    }

    private static boolean dependsOn(JavaClass room, DescribedPredicate<JavaClass> others) {
        return room.getDirectDependenciesFromSelf().stream().anyMatch(it -> others.test(it.getTargetClass()));
    }

    private static DescribedPredicate<JavaClass> packageInfo() {
        return JavaClass.Predicates.simpleName("package-info");
    }

    private static DescribedPredicate<JavaClass> arrayOfPrimitives() {
        return DescribedPredicate.describe(
                "primitive", type -> type.getBaseComponentType().isPrimitive());
    }

    /** What nobody may do. */
    private static final class Offender {

        static final class CallsNow {
            final LocalDate day = LocalDate.now();
        }

        static final class RefersToNow {
            final Supplier<Instant> at = Instant::now;
        }

        static final class MakesADate {
            final Date at = new Date();
        }

        static final class AsksTheSystem {
            final long at = System.currentTimeMillis();
        }

        static final class AsksACalendar {
            final Calendar at = Calendar.getInstance();
        }

        static final class MakesAClock {
            final Function<java.time.ZoneId, Clock> at = Clock::system;
        }
    }
}
